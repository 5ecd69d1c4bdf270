package se.troskel.kiosk.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Inter 400 and 700 as family "Inter", 600 as "Inter SemiBold" (OFL-1.1).
/// System fonts are never relied on.
public final class Fonts {
    private static final List<String> FILES =
            List.of("Inter_400Regular.ttf", "Inter_600SemiBold.ttf", "Inter_700Bold.ttf");
    private static final double ANY_SIZE = 12;

    private Fonts() {}

    /// Makes the fonts known to JavaFX; again does no harm.
    ///
    /// @throws IllegalStateException when one is missing or unusable: the program is broken
    public static void load() {
        for (String file : FILES) {
            try (InputStream in =
                    Fonts.class.getResourceAsStream("/se/troskel/kiosk/font/" + file)) {
                if (in == null || Font.loadFont(in, ANY_SIZE) == null) {
                    throw new IllegalStateException("cannot use the program's own font " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the program's own font " + file, e);
            }
        }
    }
}
