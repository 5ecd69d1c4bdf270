package se.troskel.controller.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRulebook;
import se.troskel.config.Room;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.SittingTimes;
import se.troskel.controller.page.ExamDesk;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;

/// The sittings in the register with the times that follow from the rules. Thread-safe; does not
/// block.
public final class Exams implements ExamDesk {
    private static final Comparator<SittingLine> BY_START =
            Comparator.<SittingLine, Instant>comparing(line -> line.times().start())
                    .thenComparing(SittingLine::university)
                    .thenComparing(SittingLine::course);

    private final Register register;
    private final ExamRulebook rules;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Map<String, String> rooms;

    public Exams(CentreConfig config, Register register, ExamRulebook rules, InstantSource clock) {
        this.register = register;
        this.rules = rules;
        this.zone = config.centre().timeZone();
        this.clock = clock;
        this.rooms =
                config.rooms().stream().collect(Collectors.toUnmodifiableMap(Room::id, Room::name));
    }

    @Override
    public List<SittingLine> coming() {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        ExamLists lists = register.contents().exams();
        Map<String, Sitting> coming =
                lists.sittings().values().stream()
                        .filter(sitting -> !sitting.day().isBefore(today))
                        .collect(Collectors.toMap(Sitting::id, Function.identity()));
        List<Registration> registrations =
                lists.registrations().values().stream()
                        .filter(one -> coming.containsKey(one.sitting()))
                        .toList();
        ExamPlan plan = new ExamPlan(List.copyOf(coming.values()), registrations, rules, zone);
        Map<String, List<Registration>> bySitting =
                registrations.stream().collect(Collectors.groupingBy(Registration::sitting));
        return coming.values().stream()
                .map(sitting ->
                        line(plan, sitting, bySitting.getOrDefault(sitting.id(), List.of()), now))
                .sorted(BY_START)
                .toList();
    }

    private SittingLine line(ExamPlan plan, Sitting sitting, List<Registration> all, Instant now) {
        List<Registration> here =
                all.stream()
                        .filter(one -> one.status() == Status.REGISTERED && one.centre() == null)
                        .toList();
        SittingTimes times = plan.times(sitting);
        Instant end = times.start().plus(Duration.ofMinutes(sitting.writingMinutes()));
        Instant lastEnd =
                here.stream()
                        .map(one -> plan.end(one, List.of(), now))
                        .max(Comparator.naturalOrder())
                        .orElse(end);
        return new SittingLine(
                sitting.id(),
                sitting.university(),
                sitting.course(),
                sitting.exam(),
                here.stream()
                        .flatMap(one -> Stream.ofNullable(one.seat()))
                        .map(seat -> rooms.getOrDefault(seat.room(), seat.room()))
                        .distinct()
                        .sorted()
                        .toList(),
                here.size(),
                (int) here.stream().filter(one -> !one.hasPlace()).count(),
                (int) all.stream().filter(one -> one.status() == Status.CANCELLED).count(),
                new Times(
                        times.admissionOpens(),
                        times.doorCloses(),
                        times.lastEntry(),
                        times.start(),
                        times.homeStart(),
                        end,
                        lastEnd),
                isConfirmed(plan.policy(sitting), sitting.day()));
    }

    /// Whether somebody stands for what happens to whoever is late.
    static boolean isConfirmed(ExamPolicy policy, LocalDate day) {
        return policy.doorClosesBefore().isConfirmed(day)
                && policy.lateMode().isConfirmed(day)
                && policy.lastEntryAfter().isConfirmed(day);
    }
}
