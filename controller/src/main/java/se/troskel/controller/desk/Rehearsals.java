package se.troskel.controller.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.ExamRulebook;
import se.troskel.config.Room;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.ExamSnapshot;
import se.troskel.controller.exam.RegisteredIdentity;
import se.troskel.controller.exam.Rehearsal;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.page.RehearsalDesk;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.event.ClockTrust;

/// Rehearses exam days with what the register holds: as if nobody had come, the clock were right
/// and no alarm were on. Changes nothing. Thread-safe; does not block.
public final class Rehearsals implements RehearsalDesk {
    private static final int MARK_LENGTH = 6;

    private final Parts parts;
    private final ZoneId zone;

    /// What is rehearsed with.
    ///
    /// @param terminals ids of those that are connected now
    /// @param clock how far the wall clock can be believed now
    public record Parts(
            CentreConfig config,
            Register register,
            ExamRulebook rules,
            Supplier<Set<String>> terminals,
            Supplier<ClockTrust> clock,
            InstantSource wall) {}

    public Rehearsals(Parts parts) {
        this.parts = parts;
        this.zone = parts.config().centre().timeZone();
    }

    @Override
    public Evening rehearse(@Nullable LocalDate asked) {
        RegisterContents contents = parts.register().contents();
        LocalDate day = asked == null ? next(contents.exams()) : asked;
        ExamPlan plan = around(day, contents.exams());
        Map<String, Identity> identities = new HashMap<>();
        Map<String, Who> who = new HashMap<>();
        for (Registration one : plan.registrations()) {
            Person person = contents.people().get(one.person());
            if (person != null) {
                identities.put(
                        person.id(),
                        RegisteredIdentity.of(
                                person, contents.exams().numbers().get(person.id()), today()));
            }
            who.put(one.id(), who(one, person));
        }
        Set<String> hidden =
                contents.people().values().stream()
                        .filter(Person::protectedIdentity)
                        .map(Person::id)
                        .collect(Collectors.toUnmodifiableSet());
        return new Evening(
                Rehearsal.of(snapshot(plan, hidden), identities, day),
                days(contents.exams()),
                who,
                parts.config().rooms().stream()
                        .collect(Collectors.toUnmodifiableMap(Room::id, Function.identity())),
                readiness());
    }

    private ExamSnapshot snapshot(ExamPlan plan, Set<String> hidden) {
        return new ExamSnapshot(
                plan,
                parts.config().rooms(),
                Map.of(),
                List.of(),
                hidden,
                Map.of(),
                Map.of(),
                Map.of(),
                true,
                true,
                false);
    }

    /// The sittings of the day with those of its neighbours, as the day itself will look at.
    private ExamPlan around(LocalDate day, ExamLists lists) {
        Map<String, Sitting> near =
                lists.sittings().values().stream()
                        .filter(one -> !one.day().isBefore(day.minusDays(1)))
                        .filter(one -> !one.day().isAfter(day.plusDays(1)))
                        .collect(Collectors.toMap(Sitting::id, Function.identity()));
        return new ExamPlan(
                List.copyOf(near.values()),
                lists.registrations().values().stream()
                        .filter(one -> near.containsKey(one.sitting()))
                        .toList(),
                parts.rules(),
                zone);
    }

    private LocalDate next(ExamLists lists) {
        Instant now = parts.wall().instant();
        Optional<LocalDate> next =
                lists.sittings().values().stream()
                        .filter(one ->
                                one.day().atTime(one.start()).atZone(zone).toInstant().isAfter(now))
                        .map(Sitting::day)
                        .min(Comparator.naturalOrder());
        return next.orElseGet(this::today);
    }

    private List<LocalDate> days(ExamLists lists) {
        LocalDate today = today();
        return lists.sittings().values().stream()
                .map(Sitting::day)
                .filter(day -> !day.isBefore(today))
                .distinct()
                .sorted()
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(parts.wall().instant(), zone);
    }

    /// With a protected identity the university's reference, else the mark of their confirmation.
    private static Who who(Registration one, @Nullable Person person) {
        if (person != null && !person.protectedIdentity()) {
            return new Who(person.name(), false);
        }
        String reference = one.reference();
        String id = one.id();
        String mark = id.substring(Math.max(0, id.length() - MARK_LENGTH)).toUpperCase(Locale.ROOT);
        return new Who(reference == null ? mark : reference, true);
    }

    private Readiness readiness() {
        Set<String> terminals =
                parts.config().devices().stream()
                        .filter(device -> device.kind() == Device.Kind.KIOSK)
                        .map(Device::id)
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> connected = parts.terminals().get();
        return new Readiness(
                parts.clock().get(),
                parts.register().openReport().damage(),
                terminals.size(),
                (int) terminals.stream().filter(connected::contains).count());
    }
}
