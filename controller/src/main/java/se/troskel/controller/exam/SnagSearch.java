package se.troskel.controller.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;

/// Finds what will be in somebody's way: from the answers, and from what the lists say of seats and
/// hours. Not thread-safe; searches once.
final class SnagSearch {
    private final ExamSnapshot snapshot;
    private final List<Rehearsed> candidates;
    private final Map<String, Identity> identities;
    private final Map<Group, List<String>> found = new LinkedHashMap<>();

    /// What is about one person, one seat or one room.
    private final List<Snag> alone = new ArrayList<>();

    private record Group(Snag.Kind kind, @Nullable String sitting, @Nullable ExamReason reason) {}

    SnagSearch(
            ExamSnapshot snapshot, List<Rehearsed> candidates, Map<String, Identity> identities) {
        this.snapshot = snapshot;
        this.candidates = candidates;
        this.identities = identities;
    }

    /// The worst first; of one kind those of one sitting together.
    List<Snag> search(List<Sitting> sittings) {
        sittings.forEach(this::list);
        for (Rehearsed one : candidates) {
            told(one);
            if (ExamPlan.isHere(one.registration())) {
                place(one);
                number(one);
            }
        }
        List<Rehearsed> here =
                candidates.stream().filter(one -> ExamPlan.isHere(one.registration())).toList();
        here.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.registration().person(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .forEach(this::apart);
        takenSeats(here);
        snapshot.rooms().forEach(room -> crowd(room, here));
        Stream<Snag> grouped =
                found.entrySet().stream()
                        .map(entry ->
                                new Snag(
                                        entry.getKey().kind,
                                        entry.getKey().sitting,
                                        null,
                                        entry.getKey().reason,
                                        entry.getValue()));
        return Stream.concat(grouped, alone.stream())
                .sorted(Comparator.comparing(Snag::kind))
                .toList();
    }

    private void list(Sitting sitting) {
        switch (sitting.list()) {
            case READY -> {}
            case MISSING -> add(new Group(Snag.Kind.LIST_MISSING, sitting.id(), null));
            case WITHDRAWN -> add(new Group(Snag.Kind.LIST_WITHDRAWN, sitting.id(), null));
        }
    }

    /// What the answer in time itself says.
    private void told(Rehearsed one) {
        Rehearsed.Answer answer = one.inTime();
        ExamDecision decision = answer.decision();
        if (!one.isAnsweredBy(answer) || decision.reason() == ExamReason.OFFLINE_UNKNOWN) {
            return;
        }
        if (one.registration().status() == Status.CANCELLED) {
            add(Snag.Kind.CANCELLED, decision.reason(), one);
            return;
        }
        if (decision.also().contains(ExamReason.PAYMENT_DUE)) {
            add(Snag.Kind.FEE_DUE, null, one);
        }
        if (answer.isDirected()) {
            directed(one, decision);
            return;
        }
        switch (decision.reason()) {
            case WRONG_SITE -> add(Snag.Kind.OTHER_CENTRE, null, one);
            case INVIGILATOR_DECIDES -> add(Snag.Kind.INVIGILATOR_DECIDES, null, one);
            default -> add(Snag.Kind.REFUSED, decision.reason(), one);
        }
    }

    private void directed(Rehearsed one, ExamDecision decision) {
        boolean tooMuch =
                decision.task() == InvigilatorTask.CALL_COORDINATOR
                        || decision.task() == InvigilatorTask.DECIDE;
        if (tooMuch) {
            add(Snag.Kind.DOUBLE_EXTENDED, null, one);
        }
    }

    private void place(Rehearsed one) {
        Seat seat = one.registration().seat();
        if (seat == null) {
            add(Snag.Kind.NO_ROOM, null, one);
            return;
        }
        Room room = room(seat.room());
        if (room == null) {
            add(Snag.Kind.UNKNOWN_ROOM, null, one);
        } else if (one.registration().accommodation().smallRoom()
                && room.kind() != Room.Kind.EXAM_SMALL) {
            add(Snag.Kind.NOT_IN_SMALL_ROOM, null, one);
        }
        if (seat.number() == null) {
            add(Snag.Kind.NO_SEAT_NUMBER, null, one);
        }
    }

    private void number(Rehearsed one) {
        if (!(one.inTime().question().shown() instanceof Shown.Document document)) {
            return;
        }
        Identity identity = identities.get(one.registration().person());
        boolean none = identity == null || identity.number() == null;
        if (document.match() == IdentityMatch.NONE) {
            add(Snag.Kind.DOCUMENT_NEVER_FITS, null, one);
        } else if (document.match() == IdentityMatch.DOB_NAME) {
            add(none ? Snag.Kind.NO_NUMBER : Snag.Kind.NUMBER_ON_NO_DOCUMENT, null, one);
        }
    }

    /// One person's exams of the day: nobody sits in two places.
    private void apart(List<Rehearsed> own) {
        List<String> apart =
                own.stream()
                        .filter(one -> own.stream().anyMatch(other -> isApart(one, other)))
                        .map(one -> one.registration().id())
                        .toList();
        if (!apart.isEmpty()) {
            alone.add(new Snag(Snag.Kind.TWO_EXAMS_APART, null, null, null, apart));
        }
    }

    private boolean isApart(Rehearsed one, Rehearsed other) {
        boolean together =
                start(one).equals(start(other))
                        && Objects.equals(one.registration().seat(), other.registration().seat());
        return !together && start(one).isBefore(end(other)) && start(other).isBefore(end(one));
    }

    private void takenSeats(List<Rehearsed> here) {
        List<Registration> all = here.stream().map(Rehearsed::registration).toList();
        ExamLists lists =
                new ExamLists(
                        here.stream()
                                .map(Rehearsed::sitting)
                                .distinct()
                                .collect(Collectors.toMap(Sitting::id, Function.identity())),
                        all.stream()
                                .collect(Collectors.toMap(Registration::id, Function.identity())),
                        Map.of());
        here.stream()
                .map(Rehearsed::registration)
                .filter(one -> lists.isSeatTaken(one, snapshot.plan().sittingOf(one), all))
                .collect(
                        Collectors.groupingBy(
                                Registration::seat, LinkedHashMap::new, Collectors.toList()))
                .forEach((seat, several) ->
                        alone.add(
                                new Snag(
                                        Snag.Kind.SEAT_TAKEN,
                                        null,
                                        seat.room(),
                                        null,
                                        several.stream().map(Registration::id).toList())));
    }

    /// The most who are to be in the room at one time.
    private void crowd(Room room, List<Rehearsed> here) {
        List<Rehearsed> seated =
                here.stream()
                        .filter(one ->
                                one.registration().seat() != null
                                        && one.registration().seat().room().equals(room.id()))
                        .toList();
        List<Rehearsed> most =
                seated.stream()
                        .map(this::opens)
                        .distinct()
                        .map(at ->
                                seated.stream()
                                        .filter(one ->
                                                !at.isBefore(opens(one)) && at.isBefore(end(one)))
                                        .toList())
                        .max(Comparator.comparingLong(SnagSearch::people))
                        .orElse(List.of());
        if (people(most) > room.maxPersons()) {
            List<String> ids = most.stream().map(one -> one.registration().id()).toList();
            alone.add(new Snag(Snag.Kind.ROOM_OVER_MAX, null, room.id(), null, ids));
        }
    }

    private static long people(List<Rehearsed> some) {
        return some.stream().map(one -> one.registration().person()).distinct().count();
    }

    private void add(Group group) {
        found.computeIfAbsent(group, _ -> new ArrayList<>());
    }

    private void add(Snag.Kind kind, @Nullable ExamReason reason, Rehearsed one) {
        boolean hidden = snapshot.protectedPersons().contains(one.registration().person());
        Group group = new Group(kind, hidden ? null : one.sitting().id(), reason);
        found.computeIfAbsent(group, _ -> new ArrayList<>()).add(one.registration().id());
    }

    private @Nullable Room room(String id) {
        return snapshot.rooms().stream()
                .filter(room -> room.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Instant opens(Rehearsed one) {
        return snapshot.plan().times(one.sitting()).admissionOpens();
    }

    private Instant start(Rehearsed one) {
        return snapshot.plan().times(one.sitting()).start();
    }

    private Instant end(Rehearsed one) {
        return snapshot.plan().end(one.registration(), List.of(), start(one));
    }
}
