package se.troskel.simulation.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.troskel.config.Api;
import se.troskel.config.CentreConfig;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.decision.VisitKind;

/// A centre as it is configured, on any free port and without a region, on the morning of an exam:
/// a room full of invented candidates with cards, and an invigilator with an account.
final class AdmissionCentre {
    static final int CANDIDATES = 24;
    static final String USER = "bench";
    static final String PASSWORD = "sju glada ekorrar i snön";

    /// Twenty minutes before the exam, at which the doors are open and nobody is late.
    static final Instant NOW = Instant.parse("2026-11-24T07:10:00Z");

    private static final String SITTING = "sitting";
    private static final Instant TERM = NOW.minus(Duration.ofDays(90));

    private AdmissionCentre() {}

    static CentreConfig config(CentreConfig like) {
        return new CentreConfig(
                like.centre(),
                like.opening(),
                like.rooms(),
                like.doors(),
                like.areas(),
                like.alarms(),
                like.devices(),
                like.access(),
                like.occupancy(),
                like.retention(),
                new Api("127.0.0.1", 0),
                null,
                like.plan());
    }

    static String card(int candidate) {
        return String.format(Locale.ROOT, "04A1B2C3D4%04X", candidate);
    }

    static String registration(int candidate) {
        return "r" + candidate;
    }

    /// Fills an empty register.
    ///
    /// @param room in which they write
    static void fill(Path data, String room) {
        SecureRandom random = new SecureRandom();
        Keyring keys = Keyring.open(data.resolve("keys"));
        try (Register register = Register.open(data.resolve("register"), keys, random)) {
            register.edit(
                    new RegisterEdit.PutStaffAccount(
                            new StaffAccount(
                                    USER,
                                    "Ada Provsson",
                                    new Argon2Passwords(random).hash(PASSWORD),
                                    false,
                                    Set.of(Capability.VIEW, Capability.EXAM_ROOMS))));
            Map<String, Registration> seats = new HashMap<>();
            for (int i = 0; i < CANDIDATES; i++) {
                String lookup = keys.lookup().card(CardNumber.fromReader(card(i)).orElseThrow());
                register.edit(
                        new RegisterEdit.EnrolStudent(
                                student(i), new Credential(lookup, "p" + i, null, null, false)));
                seats.put(registration(i), seat(i, room));
            }
            register.edit(
                    new RegisterEdit.ImportExams(
                            "import",
                            List.of(),
                            new ExamLists(Map.of(SITTING, sitting()), seats, Map.of()),
                            List.of()));
        }
    }

    private static Person student(int number) {
        return new Person(
                "p" + number,
                "Alva Testsson",
                VisitKind.STUDENT,
                LocalDate.of(1996, 10, 20),
                TERM,
                null,
                TERM,
                false,
                false);
    }

    private static Sitting sitting() {
        return new Sitting(
                SITTING,
                "MDU",
                "MAA140",
                LocalDate.of(2026, 11, 24),
                LocalTime.of(8, 30),
                240,
                null,
                Sitting.ListState.READY);
    }

    private static Registration seat(int number, String room) {
        return new Registration(
                registration(number),
                SITTING,
                "p" + number,
                Registration.Status.REGISTERED,
                new Registration.Seat(room, Integer.toString(number + 1)),
                null,
                Registration.Accommodation.NONE,
                Registration.Fee.NONE);
    }
}
