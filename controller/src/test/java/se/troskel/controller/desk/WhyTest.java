package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.controller.access.AccessSnapshot;
import se.troskel.controller.access.PinEntered;
import se.troskel.controller.access.PinState;
import se.troskel.controller.page.WhyAnswer;
import se.troskel.controller.page.WhyAnswer.Found;
import se.troskel.controller.page.WhyAnswer.Then;
import se.troskel.controller.page.WhyQuestion;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.SeatRights;
import se.troskel.controller.site.SnapshotAt;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Goal: staff is told what the decision itself would say, of whom they mean and at the hour they
/// mean. Method: Katrineholm with a few people, asked by number and by name, now and at other
/// hours.
class WhyTest {
    /// A Tuesday evening in term time: open, nobody at the desk.
    private static final Instant NOW = Instant.parse("2027-02-09T18:00:00Z");

    private static final Instant CHRISTMAS = Instant.parse("2026-12-25T09:00:00Z");
    private static final Instant NEXT_EVENING = Instant.parse("2027-02-10T18:00:00Z");

    private final CentreConfig config =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Credential> cards = new HashMap<>();
    private final Map<String, PinState> pins = new HashMap<>();
    private final Map<String, DoorPosture> postures = new HashMap<>();
    private boolean evacuate;
    private boolean names = true;

    /// A number stands for its own look-up.
    private final Why why =
            new Why(text -> text.matches("[0-9]{8}") ? Optional.of(text) : Optional.empty());

    @BeforeEach
    void somePeople() {
        person("p1", "Alva Testsson", false);
        person("p2", "Bo Testsson", false);
        person("p3", "Cilla Hemlig", true);
        person("p4", "David Utankort", false);
        card("00000001", "p1", false);
        card("00000002", "p2", false);
        card("00000003", "p3", false);
    }

    @Test
    void aCardOfNobodyIsAnsweredAsTheDoorWould() {
        WhyAnswer answer = ask("99999999", null);
        assertThat(answer.cards())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.name()).isNull();
                    assertThat(card.rules()).containsExactly("card.unknown");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nemo", "x", " "})
    void nobodyIsFoundByAnotherNameOrByTooLittleOfOne(String who) {
        assertThat(ask(who, null).found()).isEqualTo(Found.NOBODY);
    }

    @Test
    void aProtectedIdentityIsFoundByItsCardOnlyAndNotNamed() {
        assertThat(ask("hemlig", null).found()).isEqualTo(Found.NOBODY);
        WhyAnswer answer = ask("00000003", null);
        assertThat(answer.cards())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.name()).isNull();
                    assertThat(card.reason()).isEqualTo(CheckInReason.CHECKED_IN);
                });
    }

    @Test
    void whoMayNotSeeNamesFindsCardsOnlyAndNoNames() {
        names = false;
        assertThat(ask("alva", null).found()).isEqualTo(Found.NOBODY);
        assertThat(ask("testsson", null).several()).isEmpty();
        WhyQuestion chosen = new WhyQuestion("x", "p1", "entrance", null, PinEntered.RIGHT);
        assertThat(answer(chosen).found()).isEqualTo(Found.NOBODY);
        assertThat(ask("00000001", null).cards())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.name()).isNull();
                    assertThat(card.reason()).isEqualTo(CheckInReason.CHECKED_IN);
                });
    }

    @Test
    void whoHasNoCardIsFoundAndSaidToHaveNone() {
        assertThat(ask("david", null).found()).isEqualTo(Found.NO_CARD);
    }

    @Test
    void oneOfSeveralIsChosenAndEachOfTheirCardsAnswered() {
        WhyAnswer several = ask("testsson", null);
        assertThat(several.found()).isEqualTo(Found.SEVERAL);
        assertThat(several.cards()).isEmpty();
        assertThat(several.several()).extracting(WhyAnswer.Person::id).containsExactly("p1", "p2");

        card("00000009", "p1", true);
        WhyAnswer chosen =
                answer(new WhyQuestion("testsson", "p1", "entrance", null, PinEntered.RIGHT));
        assertThat(chosen.cards())
                .extracting(WhyAnswer.Card::reason)
                .containsExactly(CheckInReason.CHECKED_IN, CheckInReason.BLOCKED);
        assertThat(chosen.cards()).extracting(WhyAnswer.Card::name).containsOnly("Alva Testsson");
    }

    @Test
    void thePinDoorAndPresentOrdersCount() {
        WhyAnswer wrong = answer(new WhyQuestion("alva", null, "entrance", null, PinEntered.WRONG));
        assertThat(wrong.cards().getFirst().rules()).containsExactly("pin.wrong");
        assertThat(ask("alva", null).cards().getFirst().doors()).containsExactly("Entrén");
        WhyAnswer exam = answer(new WhyQuestion("alva", null, "exam-1", null, PinEntered.RIGHT));
        assertThat(exam.cards().getFirst().rules()).containsExactly("room.no-right");
        postures.put("entrance", DoorPosture.LOCKED_DOWN);
        assertThat(ask("alva", null).cards().getFirst().rules())
                .containsExactly("door.unavailable");
        evacuate = true;
        assertThat(ask("alva", null).cards().getFirst().rules()).containsExactly("evacuate");
    }

    @Test
    void atAnotherHourTheRegisterCountsAndWhatIsTrueOnlyNowDoesNot() {
        postures.put("entrance", DoorPosture.LOCKED_DOWN);
        pins.put("00000001", new PinState(0, NEXT_EVENING.plusSeconds(60)));
        evacuate = true;
        WhyAnswer past = ask("alva", CHRISTMAS);
        assertThat(past.then()).isEqualTo(Then.PAST);
        assertThat(past.at()).isEqualTo(CHRISTMAS);
        assertThat(past.cards().getFirst().reason()).isEqualTo(CheckInReason.CLOSED);

        WhyAnswer future = ask("alva", NEXT_EVENING);
        assertThat(future.then()).isEqualTo(Then.FUTURE);
        assertThat(future.cards().getFirst().reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(ask("alva", null).then()).isEqualTo(Then.NOW);
    }

    @Test
    void noTextFormNamesAnybody() {
        WhyQuestion question = new WhyQuestion("alva", "p1", "entrance", null, PinEntered.RIGHT);
        assertThat(question + " " + answer(question) + " " + ask("testsson", null))
                .doesNotContainIgnoringCase("alva")
                .doesNotContain("Testsson");
    }

    private WhyAnswer ask(String who, @Nullable Instant at) {
        return answer(new WhyQuestion(who, null, "entrance", at, PinEntered.RIGHT));
    }

    private WhyAnswer answer(WhyQuestion question) {
        AccessSnapshot snapshot =
                new AccessSnapshot(
                        config,
                        new RegisterContents(
                                1, people, cards, List.of(), Map.of(), Map.of(), Map.of()),
                        SeatRights.NONE,
                        pins,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("entrance", DoorMode.LOCKED),
                        postures,
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        true,
                        evacuate);
        return why.answer(new SnapshotAt(snapshot, NOW), question, names);
    }

    private void person(String id, String name, boolean isProtected) {
        Instant from = Instant.parse("2026-08-20T08:00:00Z");
        people.put(
                id,
                new Person(
                        id,
                        name,
                        VisitKind.STUDENT,
                        LocalDate.of(1996, 10, 20),
                        from,
                        null,
                        from,
                        isProtected,
                        false));
    }

    private void card(String lookup, String person, boolean blocked) {
        cards.put(lookup, new Credential(lookup, person, "hash", null, blocked));
    }
}
