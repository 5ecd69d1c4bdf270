package se.troskel.kiosk.flow;

import java.time.Duration;

/// The flow's times and sizes. Source: UX K3-K6.
public final class Limits {
    /// "Checking" is written from here on; before that only a ring is seen.
    public static final long CHECKING_SHOWN_NANOS = Duration.ofMillis(300).toNanos();

    /// From here on the screen says honestly that it takes long.
    public static final long CHECKING_LONG_NANOS = Duration.ofSeconds(3).toNanos();

    /// No answer comes any more; the client gives up earlier.
    public static final long NO_ANSWER_NANOS = Duration.ofSeconds(12).toNanos();

    /// The same value is not taken twice within this time.
    public static final long SAME_VALUE_NANOS = Duration.ofSeconds(3).toNanos();

    /// Another card takes an answer's place from here on.
    public static final long HOLD_NANOS = Duration.ofSeconds(1).toNanos();

    /// Without a touch for this long, the time-out warning comes.
    public static final long QUIET_NANOS = Duration.ofSeconds(30).toNanos();

    /// How long the warning stays.
    public static final long WARNING_NANOS = Duration.ofSeconds(20).toNanos();

    /// In staff mode the warning comes after this; the controller ends it after two minutes.
    public static final long STAFF_QUIET_NANOS = Duration.ofSeconds(95).toNanos();

    /// How old rooms and doors get in staff mode before they are asked for again.
    public static final long STAFF_LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    /// Cards that wait while another is being answered.
    public static final int WAITING_MAX = 8;

    public static final int PIN_MIN = 4;
    public static final int PIN_MAX = 6;

    /// Characters of what is typed by somebody who comes to an exam.
    public static final int NUMBER_MIN = 4;

    public static final int NUMBER_MAX = 25;

    static final String NUMBER_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-+";

    /// Digits of the number of people in a group.
    public static final int GROUP_DIGITS_MAX = 2;

    private static final long RESULT_MIN_NANOS = Duration.ofSeconds(4).toNanos();
    private static final long RESULT_BASE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final double WORDS_PER_SECOND = 1.5;

    private Limits() {}

    /// How long a result of `words` words stays: max(4 s, 3 s + words / 1.5 per s).
    public static long resultNanos(int words) {
        long reading = (long) (words / WORDS_PER_SECOND * Duration.ofSeconds(1).toNanos());
        return Math.max(RESULT_MIN_NANOS, RESULT_BASE_NANOS + reading);
    }
}
