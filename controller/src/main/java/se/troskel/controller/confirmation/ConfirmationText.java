package se.troskel.controller.confirmation;

import java.util.List;
import java.util.stream.Collectors;

/// A confirmation in one language.
///
/// @param language two letters
public record ConfirmationText(String language, String title, List<Section> sections) {
    public ConfirmationText {
        sections = List.copyOf(sections);
    }

    /// Some lines under a heading.
    public record Section(String heading, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// As plain text, each line ended by CR and LF.
    String plain() {
        return title
                + "\r\n\r\n"
                + sections.stream()
                        .map(section ->
                                oneLine(section.heading())
                                        + "\r\n"
                                        + section.lines().stream()
                                                .map(line -> "- " + oneLine(line) + "\r\n")
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining("\r\n"));
    }

    /// What universities and importers wrote may hold anything.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
