package se.troskel.controller.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.Device;
import se.troskel.controller.door.InputSupervision.Says;
import se.troskel.controller.door.InputSupervision.Trouble;

/// An input is in trouble exactly while its rule says so. Stories of what it says are played on a
/// clock moved by hand, and the trouble is looked at just before and at each limit.
class InputSupervisionTest {
    private static final InputLimits LIMITS =
            new InputLimits(10, Duration.ofSeconds(30), 3, Duration.ofMinutes(20));

    private InputSupervision input = new InputSupervision(Device.Kind.DOOR_CONTACT, LIMITS);
    private long now = Long.MAX_VALUE - Duration.ofMinutes(2).toNanos();

    private void of(Device.Kind kind) {
        input = new InputSupervision(kind, LIMITS);
    }

    private void says(Says said) {
        input.says(said, now);
    }

    /// The clock overflows on the way, as `System.nanoTime` may.
    private void pass(Duration time) {
        now += time.toNanos();
        input.tick(now);
    }

    private void change(int times, Duration every) {
        for (int i = 0; i < times; i++) {
            pass(every);
            says(i % 2 == 0 ? Says.ACTIVE : Says.REST);
        }
    }

    private void lockedTimes(int times) {
        for (int i = 0; i < times; i++) {
            input.lockedAgain(now);
        }
    }

    /// Ten changes a minute are allowed, and the first thing it says is one.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    9, 1000, -
                    10, 1000, BOUNCING
                    10, 5999, BOUNCING
                    10, 6000, -
                    40, 6000, -
                    40, 5999, BOUNCING
                    """)
    void moreChangesInAMinuteThanAllowedAreBouncing(
            int changes, long everyMillis, @Nullable Trouble trouble) {
        says(Says.REST);
        change(changes, Duration.ofMillis(everyMillis));
        assertThat(input.trouble()).isEqualTo(trouble);
    }

    @ParameterizedTest
    @EnumSource(Device.Kind.class)
    void everyKindOfInputCanBounce(Device.Kind kind) {
        of(kind);
        change(11, Duration.ofMillis(10));
        assertThat(input.trouble()).isEqualTo(Trouble.BOUNCING);
        assertThat(input.changes()).isEqualTo(11);
    }

    @Test
    void itIsCalmAgainWhenAMinuteHeldAtMostHalf() {
        change(11, Duration.ofSeconds(1));
        // the sixth last was five seconds ago
        assertThat(input.nextDeadline()).hasValue(now + Duration.ofSeconds(55).toNanos());
        pass(Duration.ofSeconds(55).minusNanos(1));
        assertThat(input.trouble()).isEqualTo(Trouble.BOUNCING);
        pass(Duration.ofNanos(1));
        assertThat(input.trouble()).isNull();
        assertThat(input.changes()).isEqualTo(11);
    }

    @Test
    void asLongAsItGoesOnItBouncesAndIsCounted() {
        change(100, Duration.ofSeconds(4));
        assertThat(input.trouble()).isEqualTo(Trouble.BOUNCING);
        assertThat(input.changes()).isEqualTo(100);
        pass(Duration.ofMinutes(1));
        assertThat(input.trouble()).isNull();
        change(11, Duration.ofSeconds(1));
        assertThat(input.changes()).isEqualTo(11);
    }

    @Test
    void aLooseWireThatComesAndGoesBouncesToo() {
        for (int i = 0; i < 11; i++) {
            says(i % 2 == 0 ? Says.REST : Says.NOTHING);
        }
        assertThat(input.trouble()).isEqualTo(Trouble.BOUNCING);
    }

    @Test
    void theSameOnceMoreIsNoChange() {
        for (int i = 0; i < 50; i++) {
            says(Says.REST);
        }
        assertThat(input.trouble()).isNull();
        assertThat(input.changes()).isEqualTo(1);
    }

    @Test
    void anExitButtonIsStuckWhenItIsHeld() {
        of(Device.Kind.REQUEST_TO_EXIT);
        says(Says.ACTIVE);
        assertThat(input.nextDeadline()).hasValue(now + LIMITS.held().toNanos());
        pass(LIMITS.held().minusNanos(1));
        assertThat(input.trouble()).isNull();
        pass(Duration.ofNanos(1));
        assertThat(input.trouble()).isEqualTo(Trouble.STUCK);
        assertThat(input.nextDeadline()).isEmpty();
        says(Says.REST);
        assertThat(input.trouble()).isNull();
        assertThat(input.nextDeadline()).isEmpty();
    }

    @Test
    void aButtonLetGoInTimeStartsAnew() {
        of(Device.Kind.REQUEST_TO_EXIT);
        says(Says.ACTIVE);
        pass(LIMITS.held().minusNanos(1));
        says(Says.REST);
        says(Says.ACTIVE);
        pass(LIMITS.held().minusNanos(1));
        assertThat(input.trouble()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.Kind.class,
            names = {"REQUEST_TO_EXIT", "DOOR_CONTACT"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingElseIsStuckForSayingTheSame(Device.Kind kind) {
        of(kind);
        says(Says.ACTIVE);
        assertThat(input.nextDeadline()).isEqualTo(OptionalLong.empty());
        pass(Duration.ofDays(7));
        assertThat(input.trouble()).isNull();
    }

    @Test
    void aContactThatNeverOpensThoughTheLockDidIsStuck() {
        says(Says.REST);
        input.unusedPassage();
        input.unusedPassage();
        assertThat(input.trouble()).isNull();
        input.unusedPassage();
        assertThat(input.trouble()).isEqualTo(Trouble.STUCK);
        says(Says.ACTIVE);
        assertThat(input.trouble()).isNull();
    }

    @Test
    void oneOpeningInBetweenCountsAnew() {
        says(Says.REST);
        input.unusedPassage();
        input.unusedPassage();
        change(2, Duration.ofSeconds(1));
        input.unusedPassage();
        input.unusedPassage();
        assertThat(input.trouble()).isNull();
    }

    @Test
    void aContactThatSaysNothingIsNotStuck() {
        for (int i = 0; i < 5; i++) {
            input.unusedPassage();
        }
        lockedTimes(5);
        pass(Duration.ofDays(1));
        assertThat(input.trouble()).isNull();
        says(Says.REST);
        lockedTimes(5);
        assertThat(input.trouble()).isNull();
        says(Says.ACTIVE);
        for (int i = 0; i < 5; i++) {
            input.unusedPassage();
        }
        assertThat(input.trouble()).isNull();
    }

    @Test
    void aContactThatSaysOpenThroughSeveralPassagesIsStuckAfterItsTime() {
        says(Says.ACTIVE);
        long opened = now;
        lockedTimes(2);
        pass(LIMITS.open());
        assertThat(input.trouble()).isNull();
        assertThat(input.nextDeadline()).isEmpty();
        lockedTimes(1);
        assertThat(input.trouble()).isEqualTo(Trouble.STUCK);
        says(Says.REST);
        says(Says.ACTIVE);
        lockedTimes(3);
        assertThat(now).isNotEqualTo(opened);
        assertThat(input.nextDeadline()).hasValue(now + LIMITS.open().toNanos());
        pass(LIMITS.open().minusNanos(1));
        assertThat(input.trouble()).isNull();
        pass(Duration.ofNanos(1));
        assertThat(input.trouble()).isEqualTo(Trouble.STUCK);
    }

    @Test
    void whatIsNotConfiguredIsAsUsual() {
        InputLimits usual = new InputLimits(60, Duration.ofSeconds(60), 3, Duration.ofMinutes(60));
        assertThat(InputLimits.of(null)).isEqualTo(usual);
        assertThat(InputLimits.of(new Device.Supervision(true, null, null, null, null)))
                .isEqualTo(usual);
        assertThat(InputLimits.of(new Device.Supervision(false, 20, 30, 4, 5)))
                .isEqualTo(new InputLimits(20, Duration.ofSeconds(30), 4, Duration.ofMinutes(5)));
    }
}
