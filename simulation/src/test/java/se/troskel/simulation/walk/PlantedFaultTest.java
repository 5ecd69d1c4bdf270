package se.troskel.simulation.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.door.DoorEffect;
import se.troskel.controller.door.DoorInput;
import se.troskel.controller.door.DoorState;
import se.troskel.controller.door.Transition;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;

/// Goal: the walk would notice. Method: for each invariant a fault is planted into the real
/// machine, and the walk has to name that invariant.
class PlantedFaultTest {
    /// What is wrong, and with which invariant.
    enum Fault {
        NEVER_LOCKS_AT_THE_END("INV-01"),
        UNLOCKS_WITHOUT_LIMIT("INV-01"),
        UNLOCKS_FOR_STUDENTS_WHILE_CLOSED("INV-02 INV-03"),
        UNLOCKS_FOR_AN_ERRAND_WHILE_PREPARING("INV-02 INV-03"),
        UNLOCKS_BY_SCHEDULE_IN_LOCKDOWN("INV-02 INV-03"),
        FORGETS_A_FORCED_OPENING("INV-04"),
        CALLS_EVERY_OPENING_FORCED("INV-04"),
        NEVER_CLEARS("INV-05"),
        STARTS_WITHOUT_LOCKING("INV-06"),
        LOCKS_IN_FIRE("INV-14"),
        IGNORES_BREAK_GLASS("break-glass"),
        IGNORES_THE_EXIT_BUTTON("exit");

        private final String breaks;

        Fault(String breaks) {
            this.breaks = breaks;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNoticed(Fault fault) {
        WalkedDoor walked = WalkedDoor.OWN_WITH_BUTTON;
        var result =
                new DoorWalk(walked.door(), new Planted(DoorLogic.of(walked.door()), fault))
                        .walk(DoorWalk.Until.FIRST_VIOLATION, (_, _, _, _) -> {});
        assertThat(result.violations()).isNotEmpty();
        assertThat(result.violations().getFirst()).contains(fault.breaks);
    }

    /// The real machine with one thing wrong.
    private record Planted(DoorLogic real, Fault fault) implements DoorLogic {
        @Override
        public DoorState initial() {
            return real.initial();
        }

        @Override
        public OptionalLong nextDeadline(DoorState state) {
            return real.nextDeadline(state);
        }

        @Override
        public Transition step(DoorState state, DoorInput input, long now) {
            Transition right = real.step(state, input, now);
            return switch (fault) {
                case NEVER_LOCKS_AT_THE_END ->
                        input instanceof DoorInput.Tick
                                ? without(right, DoorEffect.Lock.class::isInstance)
                                : right;
                case UNLOCKS_WITHOUT_LIMIT ->
                        replacing(
                                right,
                                DoorEffect.Unlock.class::isInstance,
                                new DoorEffect.Unlock(Duration.ofDays(1)));
                case UNLOCKS_FOR_STUDENTS_WHILE_CLOSED ->
                        input instanceof DoorInput.Granted granted
                                        && state.posture() == DoorPosture.EXAM_CLOSED
                                ? asIf(DoorPosture.NORMAL, state, granted, now)
                                : right;
                case UNLOCKS_FOR_AN_ERRAND_WHILE_PREPARING ->
                        input instanceof DoorInput.Granted granted
                                        && granted.cause() == DoorCause.ERRAND
                                        && state.posture() == DoorPosture.EXAM_PREPARE
                                ? asIf(DoorPosture.EXAM_CLOSED, state, granted, now)
                                : right;
                case UNLOCKS_BY_SCHEDULE_IN_LOCKDOWN ->
                        input instanceof DoorInput.UnlockedFor unlocked
                                        && unlocked.cause() == DoorCause.SCHEDULE
                                        && state.posture() == DoorPosture.LOCKED_DOWN
                                ? asIf(DoorPosture.NORMAL, state, unlocked, now)
                                : right;
                case FORGETS_A_FORCED_OPENING -> without(right, appends(DoorHappening.FORCED_OPEN));
                case CALLS_EVERY_OPENING_FORCED ->
                        input instanceof DoorInput.ContactChanged(DoorPhysicalState contact)
                                        && contact == DoorPhysicalState.OPEN
                                ? with(right, DoorHappening.FORCED_OPEN)
                                : right;
                case NEVER_CLEARS -> without(right, appends(DoorHappening.FORCED_OPEN_CLEARED));
                case STARTS_WITHOUT_LOCKING ->
                        input instanceof DoorInput.Restarted
                                ? without(right, DoorEffect.Lock.class::isInstance)
                                : right;
                case LOCKS_IN_FIRE ->
                        input instanceof DoorInput.LockedNow && state.posture() == DoorPosture.FIRE
                                ? asIf(DoorPosture.FIRE, right, new DoorEffect.Lock())
                                : right;
                case IGNORES_BREAK_GLASS ->
                        input instanceof DoorInput.BreakGlassShown
                                ? real.step(state, new DoorInput.Tick(), now)
                                : right;
                case IGNORES_THE_EXIT_BUTTON ->
                        input instanceof DoorInput.RequestToExitPressed
                                ? real.step(state, new DoorInput.Tick(), now)
                                : right;
            };
        }

        private Transition asIf(DoorPosture posture, DoorState state, DoorInput input, long now) {
            DoorState free =
                    real.step(state, new DoorInput.Ordered(posture, DoorCause.STAFF), now).state();
            return real.step(free, input, now);
        }

        private static Transition asIf(DoorPosture posture, Transition right, DoorEffect besides) {
            List<DoorEffect> effects = new ArrayList<>(right.effects());
            if (right.state().posture() == posture) {
                effects.addFirst(besides);
            }
            return new Transition(right.state(), effects);
        }

        private static Transition without(Transition right, Predicate<DoorEffect> which) {
            return replacing(right, which, null);
        }

        private static Transition replacing(
                Transition right, Predicate<DoorEffect> which, @Nullable DoorEffect by) {
            List<DoorEffect> effects =
                    right.effects().stream()
                            .flatMap(effect ->
                                    which.test(effect) ? Stream.ofNullable(by) : Stream.of(effect))
                            .toList();
            return new Transition(right.state(), effects);
        }

        private static Transition with(Transition right, DoorHappening happening) {
            List<DoorEffect> effects = new ArrayList<>(right.effects());
            effects.addFirst(new DoorEffect.Append(happening, null, null));
            return new Transition(right.state(), effects);
        }

        private static Predicate<DoorEffect> appends(DoorHappening happening) {
            return effect ->
                    effect instanceof DoorEffect.Append append && append.what() == happening;
        }
    }
}
