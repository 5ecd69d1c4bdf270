package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.troskel.controller.desk.DeskRig.ADA;
import static se.troskel.controller.desk.DeskRig.MORNING;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.access.Claim;
import se.troskel.controller.access.LoanEnd;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.page.CardDesk.Lending;
import se.troskel.controller.page.CardDesk.Loan;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.Presentation;

/// Goal: staff finds, blocks and lends cards, each recorded before it counts, and no loan outlives
/// its midnight or takes somebody's own card. Method: a desk over a real register and loop with a
/// few people.
class CardsTest {
    private static final String OWN = "04A1B2C3D4E5F6";
    private static final String OTHER = "04A1B2C3D4E500";
    private static final String HIDDEN = "04A1B2C3D4E511";
    private static final String SPARE = "04FFEEDDCCBBAA";
    private static final String GLASS = "04FFEEDDCCBB00";
    @TempDir Path data;
    private DeskRig rig;
    private Cards cards;

    @BeforeEach
    void begin() {
        rig = new DeskRig(data);
        enrol("p1", "Alva Testsson", OWN, false);
        enrol("p2", "Bo Testsson", OTHER, false);
        enrol("p3", "Cilla Hemlig", HIDDEN, true);
        BreakGlassFile glass = BreakGlassFile.open(data);
        glass.put(lookup(GLASS), "kassaskåpet");
        cards = new Cards(rig.config, rig.register, rig.loop, rig.keys.lookup(), glass);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void findsByPartOfTheNameOrByNumberAndNeverAProtectedName() {
        assertThat(cards.find("TESTSSON"))
                .extracting(holder -> holder.name())
                .containsExactly("Alva Testsson", "Bo Testsson");
        assertThat(cards.find("Hemlig")).isEmpty();
        assertThat(cards.find("a")).isEmpty();
        assertThat(cards.find(HIDDEN))
                .singleElement()
                .satisfies(holder -> {
                    assertThat(holder.name()).isNull();
                    assertThat(holder.cards()).hasSize(1);
                });
        assertThat(cards.find(SPARE)).isEmpty();
        assertThat(cards.isNumber(SPARE)).isTrue();
        assertThat(cards.isNumber("Alva")).isFalse();
    }

    @Test
    void aLentCardIsThePersonsWithTheirPinUntilMidnight() {
        assertThat(lend("p1", SPARE, false)).isEqualTo(new Done(true, "card.lent-first", "1"));

        Credential lent = credential(SPARE);
        assertThat(lent.person()).isEqualTo("p1");
        assertThat(lent.pinHash()).isEqualTo("$argon2id$p1");
        assertThat(lent.validUntil())
                .isEqualTo(LoanEnd.of(MORNING, rig.config.centre().timeZone()))
                .isEqualTo(Instant.parse("2027-02-09T23:00:00Z"));
        assertThat(credential(OWN).blocked()).isFalse();
        assertThat(rig.bodies())
                .containsSubsequence(
                        new EventBody.StaffActed(StaffAction.CARD_LENT, null, null, null),
                        new EventBody.RegisterEdited(RegisterEditKind.CARD_LENT, 0, 1));
        assertThat(cards.loans())
                .extracting(Loan::number, Loan::name, Loan::until)
                .containsExactly(tuple("1", "Alva Testsson", lent.validUntil()));
    }

    @Test
    void afterMidnightItIsInAgainAndIsLentWithoutItsNumber() {
        lend("p1", SPARE, false);
        rig.now.set(Instant.parse("2027-02-10T08:00:00Z"));
        seen();
        Loan in = cards.loans().getFirst();
        assertThat(in.until()).isNull();
        assertThat(in.name()).isNull();
        assertThat(cards.find("Alva").getFirst().cards()).hasSize(1);

        assertThat(cards.lend(ADA, new Lending("p2", in.id(), "", false)))
                .isEqualTo(new Done(true, "card.lent", "1"));
        assertThat(credential(SPARE).person()).isEqualTo("p2");
        assertThat(lend("p1", "04FFEEDDCCBB11", false))
                .isEqualTo(new Done(true, "card.lent-first", "2"));
    }

    @Test
    void theLostCardIsBlockedInTheSameStep() {
        assertThat(lend("p1", SPARE, true).done()).isTrue();
        assertThat(credential(OWN).blocked()).isTrue();
        assertThat(credential(SPARE).blocked()).isFalse();
        assertThat(rig.blockedInJournal()).containsExactly(lookup(OWN));
    }

    @Test
    void somebodysOwnOrABreakGlassOrABlockedCardIsNotLent() {
        assertThat(lend("p1", OTHER, false)).isEqualTo(refused("loan.held"));
        assertThat(lend("p1", GLASS, false)).isEqualTo(refused("loan.held"));
        lend("p1", SPARE, false);
        cards.blockOne(ADA, cards.loans().getFirst().id());
        assertThat(lend("p2", SPARE, false)).isEqualTo(refused("loan.blocked"));
        assertThat(credential(SPARE).person()).isEqualTo("p1");
    }

    @Test
    void nothingIsLentToNobodyWithoutACardOrWithoutAClock() {
        assertThat(lend("gone", SPARE, false)).isEqualTo(refused("loan.person"));
        assertThat(lend("p1", "Alva", false)).isEqualTo(refused("card.number"));
        assertThat(cards.lend(ADA, new Lending("p1", "0000000000000000", "", false)))
                .isEqualTo(refused("card.gone"));
        rig.clock.set(ClockTrust.UNTRUSTED);
        assertThat(lend("p1", SPARE, false)).isEqualTo(refused("loan.clock"));
        assertThat(cards.loans()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotLent() {
        rig.refusing = true;
        assertThat(lend("p1", SPARE, false)).isEqualTo(refused("journal.refused"));
        assertThat(cards.loans()).isEmpty();
    }

    @Test
    void allCardsOfAPersonAreBlockedAlsoWhatIsLentToThem() {
        lend("p1", SPARE, false);
        assertThat(cards.blockAll(ADA, "p1")).isEqualTo(new Done(true, "card.all-blocked", null));
        assertThat(credential(OWN).blocked()).isTrue();
        assertThat(credential(SPARE).blocked()).isTrue();
        assertThat(rig.blockedInJournal()).containsExactlyInAnyOrder(lookup(OWN), lookup(SPARE));
        assertThat(credential(OTHER).blocked()).isFalse();
        assertThat(cards.blockAll(ADA, "gone")).isEqualTo(refused("card.none"));
    }

    @Test
    void aCardThatWasJustTappedIsBlockedOrLentUnread() {
        tap(lookup(SPARE));
        tap(lookup(OWN));
        var tapped = cards.tapped();
        assertThat(tapped).hasSize(1);
        assertThat(tapped.getFirst().name()).isEqualTo("Alva Testsson");
        assertThat(tapped.getFirst().id()).isNotEqualTo(lookup(OWN));
        assertThat(cards.blockOne(ADA, tapped.getFirst().id()).done()).isTrue();
        assertThat(credential(OWN).blocked()).isTrue();

        tap(lookup(SPARE));
        var unknown = cards.tapped().getFirst();
        assertThat(unknown.held()).isFalse();
        assertThat(cards.lend(ADA, new Lending("p2", unknown.id(), "", false)).done()).isTrue();
        assertThat(credential(SPARE).person()).isEqualTo("p2");
    }

    private void tap(String lookup) {
        var presentation =
                new Presentation(UUID.randomUUID(), "kiosk1", Medium.CARD, "-", Intent.ENTER);
        var _ =
                rig.loop
                        .<Answer>ask(reply ->
                                new SiteInput.Presented(
                                        presentation, new Claim.Card(lookup), reply))
                        .orElseThrow();
    }

    private Done lend(String person, String number, boolean lost) {
        return cards.lend(ADA, new Lending(person, "", number, lost));
    }

    /// The loop looks at the clock anew when it is asked something that changes.
    private void seen() {
        var done = new CompletableFuture<Done>();
        rig.loop.offer(new SiteInput.EnrolmentCancelled(done));
        done.join();
    }

    private void enrol(String id, String name, String number, boolean isProtected) {
        Instant from = Instant.parse("2026-08-20T08:00:00Z");
        Person person =
                new Person(id, name, VisitKind.STUDENT, null, from, null, from, isProtected, false);
        rig.register.edit(
                new RegisterEdit.EnrolStudent(
                        person,
                        new Credential(lookup(number), id, "$argon2id$" + id, null, false)));
    }

    private Credential credential(String number) {
        return Objects.requireNonNull(rig.register.contents().credentials().get(lookup(number)));
    }

    private String lookup(String number) {
        return rig.keys.lookup().card(CardNumber.fromReader(number).orElseThrow());
    }

    private static Done refused(String key) {
        return new Done(false, key, null);
    }
}
