package se.troskel.controller.page;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Room;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.ExamSnapshot;
import se.troskel.controller.exam.Rehearsal;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.identity.IdentityNumber;
import se.troskel.controller.identity.PersonName;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.event.ClockTrust;

/// A Wednesday in Katrineholm with four universities, rehearsed for real with the shipped rules. On
/// it a list is missing, a seat is given twice, and of somebody with a protected identity there is
/// no seat.
final class FakeRehearsals implements RehearsalDesk {
    static final LocalDate DAY = LocalDate.of(2027, 3, 3);
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final Accommodation LONGER = new Accommodation(50, true);

    private final CentreConfig config = new CentreLoader().require(CENTRE);
    private final List<Registration> registrations = new ArrayList<>();
    private final Map<String, Who> who = new HashMap<>();
    private final Map<String, Identity> identities = new HashMap<>();

    /// What was asked for last; null for the next day.
    @Nullable LocalDate asked;

    ClockTrust clock = ClockTrust.SYNCED;

    FakeRehearsals() {
        add("Alva Testsson", "199610202385", "mdu", new Seat("exam-1", "1"), Accommodation.NONE);
        add("Elis Prov", "199504242398", "mdu", new Seat("exam-1", "2"), Accommodation.NONE);
        add("Birk Exempelsson", "200001052380", "mdu", new Seat("exam-2", "1"), LONGER);
        add("Tolvan Tolvansson", "191212121212", "lth", new Seat("exam-1", "2"), LONGER);
        add("Nils Provsson", "20000101T220", "su", new Seat("exam-1", null), Accommodation.NONE);
        add("Ester Exempelsson", "199007302384", "lth", null, Accommodation.NONE);
        Registration gone =
                add("Prov Testsson", "", "su", new Seat("exam-1", "7"), Accommodation.NONE);
        registrations.set(registrations.indexOf(gone), gone.withStatus(Status.CANCELLED));
        who.put("r6", new Who("A-0417", true));
    }

    private Registration add(
            String name,
            String number,
            String sitting,
            @Nullable Seat seat,
            Accommodation accommodation) {
        String id = "r" + (registrations.size() + 1);
        Registration one =
                new Registration(
                        id,
                        sitting,
                        "p-" + id,
                        Status.REGISTERED,
                        seat,
                        null,
                        accommodation,
                        Fee.NONE);
        registrations.add(one);
        who.put(id, new Who(name, false));
        IdentityNumber known =
                IdentityNumber.meanings(number, DAY).stream().findFirst().orElse(null);
        identities.put(one.person(), new Identity(PersonName.of(name), known, null, null));
        return one;
    }

    @Override
    public Evening rehearse(@Nullable LocalDate day) {
        asked = day;
        ExamSnapshot snapshot =
                new ExamSnapshot(
                        new ExamPlan(
                                List.of(
                                        sitting("mdu", "MDU", "MAA140", ListState.READY),
                                        sitting("lth", "LTH", "FMAB20", ListState.READY),
                                        sitting("su", "SU", "PS1100", ListState.READY),
                                        sitting("hig", "HIG", "FÖG018", ListState.MISSING)),
                                registrations,
                                new ExamRulesLoader().load(List.of(CENTRE)).rulebook(),
                                ZoneId.of("Europe/Stockholm")),
                        config.rooms(),
                        Map.of(),
                        List.of(),
                        Set.of("p-r6"),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        true,
                        true,
                        false);
        return new Evening(
                Rehearsal.of(snapshot, identities, day == null ? DAY : day),
                List.of(DAY, DAY.plusDays(7)),
                who,
                config.rooms().stream().collect(Collectors.toMap(Room::id, Function.identity())),
                new Readiness(clock, RegisterDamage.NONE, 2, 1));
    }

    private static Sitting sitting(String id, String university, String course, ListState list) {
        return new Sitting(id, university, course, DAY, LocalTime.of(8, 30), 240, null, list);
    }
}
