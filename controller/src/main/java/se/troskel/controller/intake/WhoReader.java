package se.troskel.controller.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.controller.identity.PersonalNumber.Reading;
import se.troskel.controller.register.Credential;

/// Finds out whom a row is about. For one file; remembers who came in earlier rows.
final class WhoReader {
    /// Whom a row is about.
    ///
    /// @param person id; null when nobody known
    /// @param key keyed hash of the personal number or id; null when the row has neither
    /// @param number null when the row has no personal number
    /// @param card keyed hash of the card; null when the row has none
    record Who(
            @Nullable String person,
            @Nullable String key,
            @Nullable PersonalNumber number,
            @Nullable String card) {}

    private final IntakeContext context;
    private final @Nullable CardFormat format;
    private final Map<String, String> keys;
    private final Map<String, String> holders = new HashMap<>();

    /// @param format of the card numbers; null when the file has none that can be read
    WhoReader(IntakeContext context, @Nullable CardFormat format) {
        this.context = context;
        this.format = format;
        this.keys = new HashMap<>(context.personKeys());
    }

    /// The format of a file's cards.
    ///
    /// @param chosen by staff; null to find it out
    static Optional<CardColumn> cards(
            IntakeTable file, IntakeContext context, @Nullable CardFormat chosen) {
        return chosen != null
                ? Optional.of(new CardColumn(chosen, List.of()))
                : CardColumn.of(
                        file.cells(Column.CARD),
                        card ->
                                context.register()
                                        .credentials()
                                        .containsKey(context.lookup().card(card)));
    }

    Who read(IntakeRow row) {
        PersonalNumber number = row.text(Column.PERSONAL_NUMBER).map(this::number).orElse(null);
        String byNumber = number == null ? null : context.lookup().personalNumber(number);
        String byId = row.text(Column.EXTERNAL_ID).map(context.lookup()::externalId).orElse(null);
        String card = row.text(Column.CARD).map(this::card).orElse(null);
        if (byNumber == null && byId == null && card == null) {
            throw new RowRefusedException(RowProblem.NOBODY, null);
        }
        String person = same(known(byNumber), known(byId));
        String holder = card == null ? null : holder(card);
        if (person != null && holder != null && !person.equals(holder)) {
            throw new RowRefusedException(RowProblem.CARD_TAKEN, Column.CARD);
        }
        if (person == null && holder != null && (byNumber != null || byId != null)) {
            boolean keyed = keys.containsValue(holder);
            if (keyed) {
                throw new RowRefusedException(RowProblem.CARD_TAKEN, Column.CARD);
            }
        }
        return new Who(
                person == null ? holder : person, byNumber == null ? byId : byNumber, number, card);
    }

    /// Later rows of the file know this person too.
    void remember(Who who, String person) {
        if (who.key() != null) {
            keys.put(who.key(), person);
        }
        if (who.card() != null) {
            holders.put(who.card(), person);
        }
    }

    private @Nullable String known(@Nullable String key) {
        return key == null ? null : keys.get(key);
    }

    private @Nullable String holder(String card) {
        Credential known = context.register().credentials().get(card);
        return known == null ? holders.get(card) : known.person();
    }

    private static @Nullable String same(@Nullable String one, @Nullable String other) {
        if (one != null && other != null && !one.equals(other)) {
            throw new RowRefusedException(RowProblem.TWO_PEOPLE, null);
        }
        return one == null ? other : one;
    }

    private PersonalNumber number(String cell) {
        return switch (PersonalNumber.read(cell, context.today())) {
            case Reading.Valid(PersonalNumber number) -> number;
            case Reading.Invalid(PersonalNumber.Problem problem) -> throw refused(problem);
        };
    }

    static RowRefusedException refused(PersonalNumber.Problem problem) {
        return new RowRefusedException(
                switch (problem) {
                    case FORM -> RowProblem.PERSONAL_NUMBER_FORM;
                    case DATE, FUTURE -> RowProblem.PERSONAL_NUMBER_DATE;
                    case CHECK_DIGIT -> RowProblem.PERSONAL_NUMBER_CHECK;
                },
                Column.PERSONAL_NUMBER);
    }

    private String card(String cell) {
        CardFormat used = format;
        return Optional.ofNullable(used)
                .flatMap(known -> known.read(cell))
                .map(context.lookup()::card)
                .orElseThrow(() -> new RowRefusedException(RowProblem.CARD_FORM, Column.CARD));
    }
}
