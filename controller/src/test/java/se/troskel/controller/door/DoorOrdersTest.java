package se.troskel.controller.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.troskel.protocol.door.DoorPosture;

/// Goal: of several standing orders the strictest counts, and lifting it uncovers the next. Method:
/// every set of orders, compared with the documented precedence.
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
}
