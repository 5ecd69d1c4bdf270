package se.troskel.controller.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How the card numbers of a whole file were understood.
///
/// @param format the one that is used
/// @param others formats that would read as many of the numbers; where there are any, staff should
///   compare a number with a card before applying
public record CardColumn(CardFormat format, List<CardFormat> others) {
    /// NXP's byte, with which most UIDs of 7 bytes begin (ISO/IEC 7816-6).
    private static final String NXP = "04";

    private static final int FEW = 2;

    public CardColumn {
        others = List.copyOf(others);
    }

    public boolean isAmbiguous() {
        return !others.isEmpty();
    }

    /// Finds the format that reads most of the cells. Where several do, the one whose cards are
    /// known already decides; then UIDs of 7 bytes by their maker's byte. Else the most usual one
    /// is taken and the others are named.
    ///
    /// @param cells none empty
    /// @param isKnown whether a card with this number is in the register
    static Optional<CardColumn> of(List<String> cells, Predicate<CardNumber> isKnown) {
        List<CardFormat> best = new ArrayList<>();
        long most = 1;
        for (CardFormat format : CardFormat.values()) {
            long read = cells.stream().filter(cell -> format.read(cell).isPresent()).count();
            if (read > most) {
                best.clear();
            }
            if (read >= most) {
                most = read;
                best.add(format);
            }
        }
        if (best.isEmpty()) {
            return Optional.empty();
        }
        List<CardFormat> known =
                best.stream()
                        .filter(format -> numbers(cells, format).stream().anyMatch(isKnown))
                        .toList();
        if (known.size() == 1) {
            return Optional.of(new CardColumn(known.getFirst(), List.of()));
        }
        List<CardFormat> plausible = best.stream().filter(f -> isFromNxp(cells, f)).toList();
        if (plausible.size() == 1) {
            return Optional.of(new CardColumn(plausible.getFirst(), List.of()));
        }
        // two or more numbers without a letter are hardly hex: of 8 digits, 2 cards in 100 have
        // none
        boolean decimal = best.contains(CardFormat.DECIMAL) && cells.size() >= FEW;
        CardFormat usual = decimal ? CardFormat.DECIMAL : best.getFirst();
        return Optional.of(
                new CardColumn(usual, best.stream().filter(format -> format != usual).toList()));
    }

    private static List<CardNumber> numbers(List<String> cells, CardFormat format) {
        return cells.stream().flatMap(cell -> format.read(cell).stream()).toList();
    }

    private static boolean isFromNxp(List<String> cells, CardFormat format) {
        List<CardNumber> numbers = numbers(cells, format);
        return numbers.stream()
                .allMatch(card -> card.value().length() > 8 && card.value().startsWith(NXP));
    }
}
