package se.troskel.hardware.wedge;

import java.util.Optional;
import se.troskel.hardware.internal.PrintableText;

/// Makes scans of the keys that a keyboard-wedge scanner types into the terminal, without any input
/// field. Pure: time comes in as monotonic nanoseconds. One thread at a time.
///
/// ```
///            key                    key within interKey
///   EMPTY --------> BURST ----+<-------------------------+
///     ^               |  |    |                          |
///     | Enter or idle |  |    +--------------------------+
///     +---- a scan ---+  |
///     |                  | key later than interKey, a control character, too long
///     |                  v
///     +-- Enter, idle - SPOILED     nothing is made of it: a person types, or keys were held up
/// ```
///
/// What comes late but before the idle time spoils the whole burst, so that no half of a card
/// number is ever taken for a number.
public final class WedgeListener {
    private final WedgeSettings settings;
    private final StringBuilder burst = new StringBuilder();
    private boolean spoiled;
    private long lastNanos;
    private long refused;

    public WedgeListener(WedgeSettings settings) {
        this.settings = settings;
    }

    /// A character was typed; CR and LF count as Enter.
    ///
    /// @return the scan that ended before it, or by it; empty for none
    public Optional<String> key(char typed, long nowNanos) {
        if (typed == '\r' || typed == '\n') {
            return enter();
        }
        Optional<String> before = poll(nowNanos);
        if (!burst.isEmpty() && nowNanos - lastNanos > settings.interKey().toNanos()) {
            spoiled = true;
        }
        lastNanos = nowNanos;
        if (burst.length() < limit()) {
            burst.append(settings.layout().meant(typed));
        } else {
            spoiled = true;
        }
        return before;
    }

    /// Enter was pressed.
    ///
    /// @return the scan that it ended; empty for none
    public Optional<String> enter() {
        if (burst.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> scan = Optional.of(content()).filter(this::isScan);
        if (scan.isEmpty()) {
            refused++;
        }
        burst.setLength(0);
        spoiled = false;
        return scan;
    }

    /// Time passed without a key; call it at least once per [WedgeSettings#idle].
    ///
    /// @return the scan that the silence ended; empty for none
    public Optional<String> poll(long nowNanos) {
        boolean idle = nowNanos - lastNanos >= settings.idle().toNanos();
        return idle ? enter() : Optional.empty();
    }

    /// Bursts so far of which nothing was made: typing by hand, or a scanner whose settings do not
    /// fit.
    public long refused() {
        return refused;
    }

    private boolean isScan(String text) {
        return !spoiled
                && burst.length() >= settings.minLength()
                && PrintableText.isPrintable(text);
    }

    private int limit() {
        return settings.prefix().length() + PrintableText.MAX_LENGTH + settings.suffix().length();
    }

    private String content() {
        String text = burst.toString();
        if (text.startsWith(settings.prefix())) {
            text = text.substring(settings.prefix().length());
        }
        if (text.endsWith(settings.suffix())) {
            text = text.substring(0, text.length() - settings.suffix().length());
        }
        return text;
    }
}
