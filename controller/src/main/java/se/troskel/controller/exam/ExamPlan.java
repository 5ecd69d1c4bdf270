package se.troskel.controller.exam;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRulebook;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.Sitting;

/// The sittings of a centre with their candidates and what follows from the rules. Immutable; every
/// time is computed when asked for.
///
/// @param sittings of any days
/// @param registrations of these sittings
public record ExamPlan(
        List<Sitting> sittings, List<Registration> registrations, ExamRulebook rules, ZoneId zone) {
    public ExamPlan {
        sittings = List.copyOf(sittings);
        registrations = List.copyOf(registrations);
    }

    public Optional<Sitting> sitting(String id) {
        return sittings.stream().filter(sitting -> sitting.id().equals(id)).findFirst();
    }

    public Optional<Registration> registration(String id) {
        return registrations.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public ExamPolicy policy(Sitting sitting) {
        return rules.policy(sitting.university());
    }

    public SittingTimes times(Sitting sitting) {
        return SittingTimes.of(sitting, policy(sitting), zone);
    }

    /// What the clock says about somebody who comes to a sitting.
    public Admission admission(Sitting sitting, Instant at) {
        return Admission.at(times(sitting), policy(sitting), sitting.day(), at);
    }

    /// When a candidate's writing ends, extended time and interruptions counted.
    ///
    /// @param interruptions of any sittings
    /// @param at an interruption that still lasts counts until then
    public Instant end(Registration registration, List<Interruption> interruptions, Instant at) {
        Sitting sitting = sittingOf(registration);
        List<Interruption> own =
                interruptions.stream().filter(i -> i.sitting().equals(sitting.id())).toList();
        return WritingTime.end(times(sitting).start(), writing(registration), own, at);
    }

    /// Before when a candidate may not leave for good: the rules' time, and not before the last
    /// entry of everybody who writes in the room meanwhile, of whatever university.
    public Instant earliestLeave(Registration registration) {
        Sitting own = sittingOf(registration);
        Instant byRule =
                times(own)
                        .start()
                        .plus(SittingTimes.minutes(policy(own).earliestLeaveAfter().value()));
        return inTheRoomMeanwhile(registration, own)
                .map(this::lastEntry)
                .reduce(byRule, ExamPlan::later);
    }

    /// Before when a candidate may not hand in: when leaving is allowed, and some time after the
    /// start at the university.
    public Instant earliestHandIn(Registration registration) {
        Sitting own = sittingOf(registration);
        Duration after = SittingTimes.minutes(policy(own).handInAfterHomeStart().value());
        return later(earliestLeave(registration), times(own).homeStart().plus(after));
    }

    /// From when, near the end, nobody leaves for good; the candidate's own end where there is no
    /// such time. Never before [#earliestLeave].
    public Instant leaveLockedFrom(
            Registration registration, List<Interruption> interruptions, Instant at) {
        Sitting own = sittingOf(registration);
        Duration locked = SittingTimes.minutes(policy(own).leaveLockLast().value());
        return later(
                earliestLeave(registration), end(registration, interruptions, at).minus(locked));
    }

    /// Other registrations of the same person that are written at the same time: one seat, several
    /// papers.
    public List<Registration> doubles(Registration registration) {
        Instant start = times(sittingOf(registration)).start();
        return registrations.stream()
                .filter(other -> other.person().equals(registration.person()))
                .filter(other -> !other.id().equals(registration.id()))
                .filter(ExamPlan::isHere)
                .filter(other -> times(sittingOf(other)).start().equals(start))
                .toList();
    }

    /// Who may open which room's door when: everybody with a seat, while the clock lets them in
    /// ([Admission.Phase#isOpen()]); those already let in only while they are out on an errand.
    /// Late entry by rules that nobody has confirmed gives no right, and neither does a seat whose
    /// holder was not recognised: the invigilator opens.
    ///
    /// @param candidates how far they have come, by registration; absent means [Candidate#EXPECTED]
    /// @param interruptions of any sittings
    /// @param at when this is asked: whether errands are open
    public List<SeatRight> rights(
            Map<String, Candidate> candidates, List<Interruption> interruptions, Instant at) {
        return registrations.stream()
                .filter(ExamPlan::isHere)
                .filter(one -> sittingOf(one).list() == Sitting.ListState.READY)
                .flatMap(one -> {
                    Seat seat = one.seat();
                    Candidate candidate = candidates.getOrDefault(one.id(), Candidate.EXPECTED);
                    return seat == null
                            ? Stream.<SeatRight>of()
                            : windows(one, candidate, interruptions, at)
                                    .map(window ->
                                            new SeatRight(
                                                    one.id(),
                                                    one.person(),
                                                    seat.room(),
                                                    window.from,
                                                    window.until,
                                                    window.errand));
                })
                .toList();
    }

    private record Window(Instant from, Instant until, boolean errand) {}

    private Stream<Window> windows(
            Registration registration,
            Candidate candidate,
            List<Interruption> interruptions,
            Instant at) {
        Stream<Window> back = wayBack(registration, candidate, interruptions, at);
        if (candidate.wasLetIn() || candidate.rejected()) {
            return back;
        }
        Sitting sitting = sittingOf(registration);
        SittingTimes times = times(sitting);
        Instant lateFrom = times.lateFrom();
        boolean late =
                lateFrom != null
                        && admission(sitting, lateFrom).phase() == Admission.Phase.LATE_ADMIT;
        Stream<Window> inTime = window(times.admissionOpens(), times.doorCloses(), false);
        Stream<Window> later =
                late && lateFrom != null
                        ? window(lateFrom, times.admissionEnds(), false)
                        : Stream.of();
        return Stream.of(back, inTime, later).flatMap(windows -> windows);
    }

    /// While somebody is out on an errand: until it or the writing ends.
    private Stream<Window> wayBack(
            Registration registration,
            Candidate candidate,
            List<Interruption> interruptions,
            Instant at) {
        Candidate.Errand errand = candidate.errand();
        if (errand == null || !candidate.isOnErrand(at)) {
            return Stream.of();
        }
        Instant until = errand.until();
        Instant end = end(registration, interruptions, at);
        return window(at, until != null && until.isBefore(end) ? until : end, true);
    }

    private static Stream<Window> window(Instant from, Instant until, boolean errand) {
        return from.isBefore(until) ? Stream.of(new Window(from, until, errand)) : Stream.of();
    }

    static boolean isHere(Registration registration) {
        return registration.status() == Status.REGISTERED && registration.centre() == null;
    }

    /// @throws IllegalArgumentException for a registration of another plan
    Sitting sittingOf(Registration registration) {
        return sitting(registration.sitting())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "registration "
                                        + registration.id()
                                        + " is of no sitting of this plan"));
    }

    private Duration writing(Registration registration) {
        return WritingTime.of(
                sittingOf(registration).writingMinutes(),
                registration.accommodation().extraPercent());
    }

    /// Somebody who is not on the list may be the last to come in.
    private Instant lastEntry(Sitting sitting) {
        SittingTimes times = times(sitting);
        Duration wait = SittingTimes.minutes(policy(sitting).unregisteredWaitMinutes());
        return wait.isZero()
                ? times.lastEntry()
                : later(times.lastEntry(), times.start().plus(wait));
    }

    private Stream<Sitting> inTheRoomMeanwhile(Registration registration, Sitting own) {
        Seat seat = registration.seat();
        Instant start = times(own).start();
        Instant end = start.plus(writing(registration));
        Stream<Sitting> others =
                seat == null
                        ? Stream.of()
                        : registrations.stream()
                                .filter(ExamPlan::isHere)
                                .filter(other ->
                                        other.seat() != null
                                                && seat.room().equals(other.seat().room()))
                                .map(this::sittingOf)
                                .filter(other -> times(other).start().isBefore(end));
        return Stream.concat(Stream.of(own), others).distinct();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
