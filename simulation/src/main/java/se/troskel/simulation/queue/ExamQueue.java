package se.troskel.simulation.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamRulebook;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.ExamAsk;

/// One morning, event after event: everybody goes to the terminal in turn, and from there to the
/// invigilator, or aside. What they are told is decided by the real site at the simulated time; how
/// long they take is drawn, for each of them from the seed alone. The same for the same seed.
public final class ExamQueue {
    /// Everybody but one in so many shows a card; that one types the number.
    private static final int TYPES_EVERY = 8;

    private final QueueScene scene;
    private final ExamMorning morning;
    private final List<Visit> visits;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingInt(Event::order));
    private final Deque<Visit> line = new ArrayDeque<>();
    private final Deque<Visit> atTheRoom = new ArrayDeque<>();
    private final Deque<Visit> aside = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private int planned;
    private int toSeat;
    private boolean invigilatorBusy;

    private record Event(Duration at, int order, Runnable what) {}

    /// Somebody on the way.
    private static final class Visit {
        final ExamMorning.Place place;
        final Random random;
        Duration steppedUp = Duration.ZERO;
        Duration directed = Duration.ZERO;
        Duration atTerminal = Duration.ZERO;
        @Nullable Duration seated;
        ExamReason told = ExamReason.RESET;

        Visit(ExamMorning.Place place, long seed) {
            this.place = place;
            this.random = new Random(seed * 1_000 + place.number());
        }

        Duration draw(HumanTimes.Range range) {
            return range.draw(random);
        }
    }

    private ExamQueue(QueueScene scene, ExamMorning morning, List<Visit> visits) {
        this.scene = scene;
        this.morning = morning;
        this.visits = visits;
        this.toSeat = scene.candidates() - scene.troubled();
        line.addAll(visits);
    }

    /// Plays a morning at a centre with a terminal `kiosk1` and a room `exam-1`.
    ///
    /// @param seed who stands where, and how long each of them takes
    public static QueueResult play(
            CentreConfig config, ExamRulebook rules, QueueScene scene, long seed) {
        List<ExamMorning.Place> places = places(scene, seed);
        try (ExamMorning morning = new ExamMorning(config, rules, places)) {
            return new ExamQueue(
                            scene,
                            morning,
                            places.stream().map(place -> new Visit(place, seed)).toList())
                    .play();
        }
    }

    private static List<ExamMorning.Place> places(QueueScene scene, long seed) {
        List<@Nullable Trouble> troubles =
                new ArrayList<>(Arrays.asList(Trouble.values()).subList(0, scene.troubled()));
        while (troubles.size() < scene.candidates()) {
            troubles.add(null);
        }
        Collections.shuffle(troubles, new Random(seed));
        List<ExamMorning.Place> places = new ArrayList<>();
        for (int i = 0; i < troubles.size(); i++) {
            Trouble trouble = troubles.get(i);
            boolean types = trouble == Trouble.NOT_LISTED || i % TYPES_EVERY == TYPES_EVERY - 1;
            places.add(new ExamMorning.Place(i, trouble, !types));
        }
        return places;
    }

    private QueueResult play() {
        terminalIsFree();
        for (Event next = events.poll(); next != null; next = events.poll()) {
            now = next.at();
            morning.at(now);
            next.what().run();
        }
        return new QueueResult(
                visits.stream()
                        .map(one ->
                                new QueueResult.Candidate(
                                        one.place.trouble(),
                                        one.told,
                                        one.directed,
                                        one.atTerminal,
                                        one.seated))
                        .toList());
    }

    private void after(Duration time, Runnable what) {
        events.add(new Event(now.plus(time), planned++, what));
    }

    private void terminalIsFree() {
        Visit next = line.poll();
        if (next == null) {
            return;
        }
        next.steppedUp = now;
        HumanTimes times = scene.times();
        Duration stepUp = next.draw(times.stepUp());
        after(
                next.place.hasCard() ? stepUp : stepUp.plus(next.draw(times.type())),
                () -> answered(next, morning.come(next.place)));
    }

    private void answered(Visit one, Answer answer) {
        ExamAnswer exam = answer.exam();
        if (exam == null) {
            throw new IllegalStateException("no exam in the answer: " + answer.reason());
        }
        after(one.draw(scene.times().answer()), () -> shown(one, exam));
    }

    private void shown(Visit one, ExamAnswer exam) {
        HumanTimes times = scene.times();
        if (exam.ask() == ExamAsk.DOCUMENT) {
            Duration choosing =
                    switch (one.place.trouble()) {
                        case OTHER_NUMBER, EXPIRED_DOCUMENT -> one.draw(times.scan());
                        case null, default -> one.draw(times.chooseDocument());
                    };
            after(choosing, () -> answered(one, morning.chooseDocument(one.place)));
            return;
        }
        one.told = exam.reason();
        one.directed = now;
        boolean trouble = one.place.trouble() != null;
        after(one.draw(trouble ? times.readRefusal() : times.read()), () -> leaves(one));
    }

    private void leaves(Visit one) {
        one.atTerminal = now.minus(one.steppedUp);
        after(one.draw(scene.times().walk()), () -> comes(one));
        terminalIsFree();
    }

    private void comes(Visit one) {
        (one.place.trouble() == null ? atTheRoom : aside).add(one);
        invigilatorMayGoOn();
    }

    /// Trouble waits beside the line: it never stands in front of anybody.
    private void invigilatorMayGoOn() {
        if (invigilatorBusy) {
            return;
        }
        boolean seesToTrouble = !aside.isEmpty() && (scene.atOnce() || toSeat == 0);
        Visit next = seesToTrouble ? aside.poll() : atTheRoom.poll();
        if (next == null) {
            return;
        }
        invigilatorBusy = true;
        after(
                seesToTrouble ? scene.trouble() : next.draw(scene.times().compareFace()),
                () -> done(next));
    }

    private void done(Visit one) {
        invigilatorBusy = false;
        if (one.place.trouble() == null) {
            ExamDecision decision = morning.approve(one.place);
            if (decision.reason() != ExamReason.ADMITTED) {
                throw new IllegalStateException("not let in: " + decision.reason());
            }
            one.seated = now;
            toSeat--;
        }
        invigilatorMayGoOn();
    }
}
