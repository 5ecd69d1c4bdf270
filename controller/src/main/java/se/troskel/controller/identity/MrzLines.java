package se.troskel.controller.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of a document, of one of the sizes of ICAO Doc 9303: parts 4 (TD3), 5 (TD1), 6 (TD2)
/// and 7 (visas, whose sizes are those of TD3 and TD2).
record MrzLines(Size size, List<String> lines) {
    /// Lines and characters in each.
    enum Size {
        TD1(3, 30),
        TD2(2, 36),
        TD3(2, 44);

        private final int lines;
        private final int length;

        Size(int lines, int length) {
            this.lines = lines;
            this.length = length;
        }
    }

    private static final int LONGEST = 200;

    /// The lines in a scanner's text, which may part them by line ends, by spaces or not at all.
    static Optional<MrzLines> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String all = text.replaceAll("\\s", "");
        for (Size size : Size.values()) {
            if (all.length() == size.lines * size.length) {
                List<String> lines = new ArrayList<>();
                for (int i = 0; i < size.lines; i++) {
                    lines.add(all.substring(i * size.length, (i + 1) * size.length));
                }
                return Optional.of(new MrzLines(size, List.copyOf(lines)));
            }
        }
        return Optional.empty();
    }

    String line(int number) {
        return lines.get(number - 1);
    }

    /// Without what stands in them.
    @Override
    public String toString() {
        return "MrzLines[" + size + "]";
    }
}
