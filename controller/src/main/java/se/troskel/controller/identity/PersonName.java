package se.troskel.controller.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// A name to be compared with another writing of it: order, letter case, hyphens, accents and the
/// transliterations of passports do not count, and a further given name on one side does not
/// either. Immutable.
public final class PersonName {
    private static final int MOST_WORDS = 16;

    /// What each word may be written as.
    private final List<Set<String>> words;

    private final boolean cut;

    private PersonName(List<Set<String>> words, boolean cut) {
        this.words = words;
        this.cut = cut;
    }

    /// A name as people write it, in any order: `Alva Testsson`, `Testsson, Alva`.
    public static PersonName of(String text) {
        return new PersonName(words(text).map(Transliteration::writings).toList(), false);
    }

    /// The name field of machine-readable lines: `ERIKSSON<<ANNA<MARIA<<<`. A field without a
    /// filler at its end may have been cut (ICAO 9303-3, 4.6).
    static PersonName ofMachineReadable(String field) {
        return new PersonName(
                words(field.replace('<', ' ')).map(Set::of).toList(), !field.endsWith("<"));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.replaceAll("['’`´.]", "").split("[^\\p{L}\\p{M}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS);
    }

    /// Whether both can be writings of one name: every word of the shorter one is in the longer
    /// one, and at least two are; of a single name, the only one.
    public boolean isSameAs(PersonName other) {
        PersonName few = words.size() <= other.words.size() ? this : other;
        PersonName many = few == this ? other : this;
        boolean enough = few.words.size() >= 2 || few.words.size() == many.words.size();
        if (enough && few.isIn(many, PersonName::isSameWord)) {
            return true;
        }
        return (cut && words.size() >= 2 && isIn(other, PersonName::isBeginning))
                || (other.cut
                        && other.words.size() >= 2
                        && other.isIn(this, PersonName::isBeginning));
    }

    private boolean isIn(PersonName other, BiPredicate<Set<String>, Set<String>> fits) {
        List<Set<String>> left = new ArrayList<>(other.words);
        for (Set<String> word : words) {
            int found = 0;
            while (found < left.size() && !fits.test(word, left.get(found))) {
                found++;
            }
            if (found == left.size()) {
                return false;
            }
            left.remove(found);
        }
        return !words.isEmpty();
    }

    private static boolean isSameWord(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static boolean isBeginning(Set<String> cut, Set<String> whole) {
        return cut.stream().anyMatch(begin -> whole.stream().anyMatch(w -> w.startsWith(begin)));
    }

    /// Without the name.
    @Override
    public String toString() {
        return "PersonName";
    }
}
