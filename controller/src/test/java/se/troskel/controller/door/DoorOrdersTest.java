package se.troskel.controller.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.protocol.door.DoorPosture;

/// Goal: of several standing orders the strictest counts, lifting it uncovers the next, and what
/// lets in more is told from what does not. Method: every set of orders, compared with the
/// documented precedence.
class DoorOrdersTest {
    /// In ascending precedence.
    private static final List<DoorPosture> ORDERS =
            List.of(
                    DoorPosture.EXAM_CLOSED,
                    DoorPosture.BLOCKED,
                    DoorPosture.ARMED,
                    DoorPosture.LOCKED_DOWN,
                    DoorPosture.FIRE);

    private static final List<UnaryOperator<DoorOrders>> GIVING =
            List.of(
                    orders -> orders.withExam(DoorPosture.EXAM_CLOSED),
                    orders -> orders.withBlock(true),
                    orders -> orders.withArmed(true),
                    orders -> orders.withLockdown(true),
                    orders -> orders.withFire(true));

    private static final List<UnaryOperator<DoorOrders>> LIFTING =
            List.of(
                    orders -> orders.withExam(null),
                    orders -> orders.withBlock(false),
                    orders -> orders.withArmed(false),
                    orders -> orders.withLockdown(false),
                    orders -> orders.withFire(false));

    @Test
    void theLastOfThoseGivenCountsAndLiftingItUncoversTheNext() {
        for (int given = 0; given < 1 << ORDERS.size(); given++) {
            DoorOrders orders = DoorOrders.NONE;
            for (int i = ORDERS.size() - 1; i >= 0; i--) {
                orders = (given >> i & 1) == 1 ? GIVING.get(i).apply(orders) : orders;
            }
            for (int i = ORDERS.size() - 1; i >= 0; i--) {
                if ((given >> i & 1) == 1) {
                    assertThat(orders.posture()).isEqualTo(ORDERS.get(i));
                    orders = LIFTING.get(i).apply(orders);
                }
            }
            assertThat(orders).isEqualTo(DoorOrders.NONE);
            assertThat(orders.posture()).isEqualTo(DoorPosture.NORMAL);
        }
    }

    @Test
    void givingMoreOfThemIsNeverLooserAndLiftingOneIs() {
        for (int given = 0; given < 1 << ORDERS.size(); given++) {
            DoorOrders orders = DoorOrders.NONE;
            for (int i = 0; i < ORDERS.size(); i++) {
                orders = (given >> i & 1) == 1 ? GIVING.get(i).apply(orders) : orders;
            }
            for (int i = 0; i < ORDERS.size(); i++) {
                assertThat(GIVING.get(i).apply(orders).isLooserThan(orders)).isFalse();
                assertThat(LIFTING.get(i).apply(orders).isLooserThan(orders))
                        .isEqualTo((given >> i & 1) == 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // who is let in
        "EXAM_PREPARE, EXAM_ADMIT,   true",
        "EXAM_ADMIT,   EXAM_PREPARE, false",
        "EXAM_ADMIT,   EXAM_CLOSED,  false",
        "EXAM_CLOSED,  EXAM_ADMIT,   true",
        "EXAM_QUIET,   EXAM_CLOSED,  false",
        "EXAM_CLOSED,  EXAM_QUIET,   false",
        // whether a schedule unlocks
        ",             EXAM_ADMIT,   false",
        "EXAM_ADMIT,   ,             true",
        ",             ,             false"
    })
    void anExamPostureIsLooserByWhomItLetsInAndByItsSchedule(
            @Nullable DoorPosture from, @Nullable DoorPosture to, boolean looser) {
        DoorOrders before = DoorOrders.NONE.withExam(from);
        assertThat(before.withExam(to).isLooserThan(before)).isEqualTo(looser);
        DoorOrders covered = before.withLockdown(true);
        assertThat(covered.withExam(to).isLooserThan(covered)).isEqualTo(looser);
    }
}
