package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.ExamRules;
import se.troskel.controller.exam.Rehearsed.Answer;
import se.troskel.controller.exam.Rehearsed.Occasion;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.identity.IdentityNumber;
import se.troskel.controller.identity.PersonName;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.decision.ExamReason;

/// Goal: the rehearsal never says anything but what the exam day itself would say. Method: days
/// made at random, each answer asked again of [ExamAdmission], each opening of [ExamPlan].
class RehearsalPropertyTest {
    private static final List<String> UNIVERSITIES = List.of("lth", "mdu", "su", "hig", "cth");
    private static final Set<Snag.Kind> HELD_UP =
            Set.of(
                    Snag.Kind.REFUSED,
                    Snag.Kind.INVIGILATOR_DECIDES,
                    Snag.Kind.CANCELLED,
                    Snag.Kind.OTHER_CENTRE);

    private final ExamScene scene = new ExamScene();
    private final Map<String, Identity> identities = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsRehearsedIsWhatTheDaySays(long seed) {
        fill(new Random(seed));
        ExamSnapshot snapshot = scene.snapshot();
        Rehearsal rehearsal = Rehearsal.of(snapshot, identities, ExamScene.TUESDAY);
        assertThat(rehearsal.candidates()).hasSameSizeAs(scene.registrations);
        for (Rehearsed one : rehearsal.candidates()) {
            assertThat(one.answers()).containsKeys(Occasion.IN_TIME, Occasion.TOO_LATE);
            one.answers().values().forEach(answer -> same(snapshot, answer));
            one.answers()
                    .values()
                    .forEach(answer ->
                            assertThat(answer.question().persons())
                                    .containsExactly(one.registration().person()));
        }
        rehearsal
                .documents()
                .forEach(one -> one.answers().values().forEach(answer -> same(snapshot, answer)));
        everybodyHeldUpIsASnagAndNobodyElse(rehearsal);
        everyRightIsCounted(rehearsal);
    }

    private static void same(ExamSnapshot snapshot, Answer answer) {
        ExamDecision asked = ExamAdmission.decide(snapshot, answer.question(), answer.at());
        assertThat(answer.decision()).isEqualTo(asked);
    }

    private void everybodyHeldUpIsASnagAndNobodyElse(Rehearsal rehearsal) {
        Set<String> held =
                rehearsal.snags().stream()
                        .filter(snag -> HELD_UP.contains(snag.kind()))
                        .flatMap(snag -> snag.registrations().stream())
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> unusable =
                rehearsal.snags().stream()
                        .filter(snag ->
                                snag.kind() == Snag.Kind.LIST_MISSING
                                        || snag.kind() == Snag.Kind.LIST_WITHDRAWN)
                        .map(snag -> String.valueOf(snag.sitting()))
                        .collect(Collectors.toUnmodifiableSet());
        for (Rehearsed one : rehearsal.candidates()) {
            Answer inTime = one.inTime();
            ExamDecision decision =
                    ExamAdmission.decide(scene.snapshot(), inTime.question(), inTime.at());
            Registration registration = one.registration();
            boolean about =
                    decision.registration() == null
                            || decision.registration().equals(registration.id());
            if (about && decision.reason() == ExamReason.OFFLINE_UNKNOWN) {
                assertThat(unusable).contains(one.sitting().id());
            } else if (about) {
                boolean toTheRoom =
                        switch (decision.reason()) {
                            case PRE_OK, PRE_OK_PRIVATE, DOUBLE_EXAM, MANUAL_ID -> true;
                            case ID_MISMATCH, LATE_ADMIT -> true;
                            default -> false;
                        };
                assertThat(held.contains(registration.id()))
                        .as("%s %s", registration, decision.reason())
                        .isEqualTo(!toTheRoom);
            }
        }
    }

    private void everyRightIsCounted(Rehearsal rehearsal) {
        List<SeatRight> rights = scene.plan().rights(Map.of(), List.of(), ExamScene.local("07:00"));
        int counted =
                rehearsal.openings().stream()
                        .flatMap(opening -> opening.candidates().values().stream())
                        .mapToInt(Integer::intValue)
                        .sum();
        assertThat(counted).isEqualTo(rights.size());
    }

    private void fill(Random random) {
        scene.rules =
                switch (random.nextInt(4)) {
                    case 0 -> ExamScene.confirmed(ExamScene.EXAMPLES);
                    case 1 -> Houses.withFee(ExamRules.Fee.BLOCK, true);
                    case 2 -> Houses.withFee(ExamRules.Fee.WARN, false);
                    default -> ExamScene.EXAMPLES;
                };
        for (String university : UNIVERSITIES) {
            scene.sittings.add(
                    ExamScene.sitting(university + "-b", LocalTime.of(8 + random.nextInt(6), 30)));
        }
        for (int more = 0; more < 40; more++) {
            String university = UNIVERSITIES.get(random.nextInt(UNIVERSITIES.size()));
            String person = "p" + random.nextInt(25);
            String sitting = random.nextBoolean() ? university : university + "-b";
            boolean twice =
                    scene.registrations.stream()
                            .anyMatch(one ->
                                    one.sitting().equals(sitting) && one.person().equals(person));
            if (!twice) {
                change(scene.register("r" + more, sitting, person), random);
            }
        }
        if (random.nextBoolean()) {
            scene.list("hig", ListState.MISSING);
            scene.list("su-b", ListState.WITHDRAWN);
        }
        scene.registrations.forEach(one -> identities.put(one.person(), identity(random)));
        scene.protectedPersons.add("p" + random.nextInt(25));
    }

    private void change(Registration fresh, Random random) {
        scene.change(
                fresh.id(),
                one -> {
                    Seat seat =
                            switch (random.nextInt(5)) {
                                case 0 -> null;
                                case 1 -> new Seat(ExamScene.ROOM, null);
                                case 2 -> new Seat("cellar", "1");
                                default ->
                                        new Seat(
                                                random.nextBoolean()
                                                        ? ExamScene.ROOM
                                                        : ExamScene.SMALL_ROOM,
                                                String.valueOf(random.nextInt(9)));
                            };
                    Registration seated =
                            ExamScene.with(
                                    one,
                                    seat,
                                    new Accommodation(
                                            random.nextInt(3) * 25, random.nextBoolean()));
                    return switch (random.nextInt(6)) {
                        case 0 -> ExamScene.with(seated, Status.CANCELLED, null);
                        case 1 -> ExamScene.with(seated, Status.REGISTERED, "NYK");
                        case 2 -> ExamScene.with(seated, Fee.DUE);
                        default -> seated;
                    };
                });
    }

    private static Identity identity(Random random) {
        String number =
                List.of("199610202385", "20000101T220", "20000101-TF01", "").get(random.nextInt(4));
        IdentityNumber known =
                IdentityNumber.meanings(number, ExamScene.TUESDAY).stream()
                        .findFirst()
                        .orElse(null);
        LocalDate born = random.nextBoolean() ? LocalDate.of(1996, 10, 20) : null;
        return new Identity(PersonName.of("Alva Testsson"), known, born, null);
    }
}
