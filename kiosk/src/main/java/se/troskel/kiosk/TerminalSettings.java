package se.troskel.kiosk;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Device.ReaderPosition;
import se.troskel.kiosk.model.Site;
import se.troskel.kiosk.model.Ways;
import se.troskel.kiosk.text.Language;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.decision.Medium;

/// How a terminal is set up. Immutable.
public final class TerminalSettings {
    /// How often the flow hears that time passes.
    static final Duration TICK = Duration.ofMillis(100);

    private final Site site;
    private final Set<Medium> wedges;
    private final double scale;
    private final boolean moving;

    /// @param wedges what scanners that type like a keyboard read here; empty for none
    /// @param scale of the window, 1 for a panel of 1080 by 1920; more than 0
    /// @param moving false for less motion
    TerminalSettings(Site site, Set<Medium> wedges, double scale, boolean moving) {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("the scale is more than 0, not " + scale);
        }
        this.site = site;
        this.wedges = Set.copyOf(wedges);
        this.scale = scale;
        this.moving = moving;
    }

    /// As configured.
    ///
    /// @param kiosk the terminal's device id
    /// @throws AccessSystemException when `config` has no such terminal; the program says so and
    ///   ends
    public static TerminalSettings of(CentreConfig config, String kiosk) {
        Device terminal =
                config.device(kiosk)
                        .filter(device -> device.kind() == Device.Kind.KIOSK)
                        .orElseThrow(() -> new NoSuchTerminalException(kiosk));
        List<Language> languages =
                config.centre().languages().stream()
                        .flatMap(tag ->
                                Arrays.stream(Language.values())
                                        .filter(each -> each.tag().equals(tag)))
                        .toList();
        ReaderPosition position = terminal.readerPosition();
        Site site =
                new Site(
                        kiosk,
                        config.centre().name(),
                        config.centre().timeZone(),
                        config.centre().phone(),
                        languages.isEmpty() ? List.of(Language.values()) : languages,
                        position == null ? ReaderPosition.BELOW_SCREEN : position,
                        Ways.of(config, kiosk));
        return new TerminalSettings(site, wedges(config), 1, true);
    }

    /// The same on a window of another size: 1 takes the whole screen.
    ///
    /// @throws IllegalArgumentException when `other` is not more than 0
    public TerminalSettings withScale(double other) {
        return new TerminalSettings(site, wedges, other, moving);
    }

    /// The same without movement on the screen.
    public TerminalSettings withLessMotion() {
        return new TerminalSettings(site, wedges, scale, false);
    }

    Site site() {
        return site;
    }

    Set<Medium> wedges() {
        return wedges;
    }

    double scale() {
        return scale;
    }

    boolean moving() {
        return moving;
    }

    private static Set<Medium> wedges(CentreConfig config) {
        Set<Medium> wedges = EnumSet.noneOf(Medium.class);
        for (Device device : Readers.ofTerminal(config)) {
            if (device.provider() == Device.Provider.KEYBOARD) {
                wedges.add(device.kind() == Device.Kind.CARD_READER ? Medium.CARD : Medium.QR);
            }
        }
        return wedges;
    }

    /// The configuration has no terminal of that name.
    public static final class NoSuchTerminalException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        NoSuchTerminalException(String kiosk) {
            super(
                    "centre.yaml has no device '"
                            + kiosk
                            + "' of kind KIOSK: give --id one that it has");
        }
    }
}
