package se.troskel.controller.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Latin letters as the machine-readable lines of documents write them: ICAO Doc 9303-3, section 6,
/// table A, which for some letters leaves the issuing state a choice.
final class Transliteration {
    /// What most states write.
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("Å", "AA"),
                    Map.entry("Ä", "AE"),
                    Map.entry("Æ", "AE"),
                    Map.entry("Ö", "OE"),
                    Map.entry("Ø", "OE"),
                    Map.entry("Œ", "OE"),
                    Map.entry("Ü", "UE"),
                    Map.entry("Ĳ", "IJ"),
                    Map.entry("Þ", "TH"),
                    Map.entry("ẞ", "SS"),
                    Map.entry("Ð", "D"),
                    Map.entry("Đ", "D"),
                    Map.entry("Ħ", "H"),
                    Map.entry("Ł", "L"),
                    Map.entry("Ŋ", "N"),
                    Map.entry("Ŧ", "T"));

    private static final Map<String, String> WITHOUT_MARKS =
            Map.of("Å", "A", "Ä", "A", "Ö", "O", "Ø", "O", "Ü", "U");

    private static final Map<String, String> WITH_XX = Map.of("Ñ", "NXX", "Ü", "UXX");

    private Transliteration() {}

    /// The ways in which a word may be written in capitals from A to Z. A letter of another script
    /// stays as it is, so that such a word equals nothing that a document's lines can hold.
    static Set<String> writings(String word) {
        String upper =
                Normalizer.normalize(word, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .replace("ẞ", "SS");
        return Set.copyOf(
                List.of(
                        plain(upper),
                        plain(replaced(upper, WITHOUT_MARKS)),
                        plain(replaced(upper, WITH_XX))));
    }

    /// As most states write it; marks that the table does not name are left out.
    private static String plain(String word) {
        return Normalizer.normalize(replaced(word, USUAL), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static String replaced(String word, Map<String, String> letters) {
        return word.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letters.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }
}
