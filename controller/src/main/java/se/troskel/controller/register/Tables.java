package se.troskel.controller.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.protocol.decision.VisitKind;

/// The register's tables.
final class Tables {
    /// A value by its key, where the value is all there is.
    record Pair<T>(String key, T value) {}

    /// A row of a list in its place.
    record Placed<T>(String id, int place, T value) {}

    static final Table<Person> PERSON =
            new Table<>(
                    "person",
                    List.of(
                            "id",
                            "name",
                            "kind",
                            "born",
                            "valid_from",
                            "valid_until",
                            "agreement_accepted_at",
                            "protected_identity",
                            "extended_time"),
                    person ->
                            row(
                                    person.id(),
                                    person.name(),
                                    person.kind().name(),
                                    person.born(),
                                    time(person.validFrom()),
                                    time(person.validUntil()),
                                    time(person.agreementAcceptedAt()),
                                    person.protectedIdentity(),
                                    person.extendedTime()),
                    row ->
                            new Person(
                                    row.getString(1),
                                    row.getString(2),
                                    VisitKind.valueOf(row.getString(3)),
                                    row.getObject(4, LocalDate.class),
                                    instant(row, 5),
                                    nullableInstant(row, 6),
                                    nullableInstant(row, 7),
                                    row.getBoolean(8),
                                    row.getBoolean(9)));

    static final Table<Pair<String>> PERSON_KEY =
            new Table<>(
                    "person_key",
                    List.of("lookup", "person"),
                    pair -> row(pair.key(), pair.value()),
                    row -> new Pair<>(row.getString(1), row.getString(2)));

    static final Table<Credential> CREDENTIAL =
            new Table<>(
                    "credential",
                    List.of("lookup", "person", "pin_hash", "valid_until", "blocked", "loan"),
                    card ->
                            row(
                                    card.lookup(),
                                    card.person(),
                                    card.pinHash(),
                                    time(card.validUntil()),
                                    card.blocked(),
                                    card.loan()),
                    row ->
                            new Credential(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    nullableInstant(row, 4),
                                    row.getBoolean(5),
                                    row.getString(6)));

    static final Table<Booking> BOOKING =
            new Table<>(
                    "booking",
                    List.of("id", "room", "person", "from_time", "until_time"),
                    booking ->
                            row(
                                    booking.id(),
                                    booking.room(),
                                    booking.person(),
                                    time(booking.from()),
                                    time(booking.until())),
                    row ->
                            new Booking(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    instant(row, 4),
                                    instant(row, 5)));

    static final Table<IssuedTicket> TICKET =
            new Table<>(
                    "ticket",
                    List.of(
                            "id",
                            "code_lookup",
                            "person",
                            "room",
                            "valid_from",
                            "valid_until",
                            "registration",
                            "mailed"),
                    ticket ->
                            row(
                                    ticket.id(),
                                    ticket.codeLookup(),
                                    ticket.person(),
                                    ticket.room(),
                                    time(ticket.validFrom()),
                                    time(ticket.validUntil()),
                                    ticket.registration(),
                                    time(ticket.mailed())),
                    row ->
                            new IssuedTicket(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    instant(row, 5),
                                    instant(row, 6),
                                    row.getString(7),
                                    nullableInstant(row, 8)));

    static final Table<Pair<Integer>> HEAD_COUNT =
            new Table<>(
                    "head_count",
                    List.of("room", "people"),
                    pair -> row(pair.key(), pair.value()),
                    row -> new Pair<>(row.getString(1), row.getInt(2)));

    static final Table<StaffAccount> STAFF_ACCOUNT =
            new Table<>(
                    "staff_account",
                    List.of(
                            "login",
                            "display_name",
                            "password_hash",
                            "must_change",
                            "capabilities",
                            "person"),
                    account ->
                            row(
                                    account.user(),
                                    account.displayName(),
                                    account.passwordHash(),
                                    account.mustChange(),
                                    account.capabilities().stream()
                                            .map(StaffAccount.Capability::name)
                                            .sorted()
                                            .collect(Collectors.joining(" ")),
                                    account.person()),
                    row ->
                            new StaffAccount(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    Arrays.stream(row.getString(5).split(" "))
                                            .filter(name -> !name.isEmpty())
                                            .map(StaffAccount.Capability::valueOf)
                                            .collect(Collectors.toSet()),
                                    row.getString(6)));

    static final Table<DayPass> DAY_PASS =
            new Table<>(
                    "day_pass",
                    List.of(
                            "lookup",
                            "person",
                            "code_lookup",
                            "rooms",
                            "doors",
                            "valid_from",
                            "valid_until"),
                    pass ->
                            row(
                                    pass.lookup(),
                                    pass.person(),
                                    pass.codeLookup(),
                                    words(pass.rooms()),
                                    words(pass.doors()),
                                    time(pass.from()),
                                    time(pass.until())),
                    row ->
                            new DayPass(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    words(row.getString(4)),
                                    words(row.getString(5)),
                                    instant(row, 6),
                                    instant(row, 7)));

    static final Table<Sitting> SITTING =
            new Table<>(
                    "sitting",
                    List.of(
                            "id",
                            "university",
                            "course",
                            "exam",
                            "on_day",
                            "start_time",
                            "writing_minutes",
                            "home_start",
                            "list_state"),
                    sitting ->
                            row(
                                    sitting.id(),
                                    sitting.university(),
                                    sitting.course(),
                                    sitting.exam(),
                                    sitting.day(),
                                    sitting.start(),
                                    sitting.writingMinutes(),
                                    sitting.homeStart(),
                                    sitting.list().name()),
                    row ->
                            new Sitting(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getObject(5, LocalDate.class),
                                    row.getObject(6, LocalTime.class),
                                    row.getInt(7),
                                    row.getObject(8, LocalTime.class),
                                    Sitting.ListState.valueOf(row.getString(9))));

    static final Table<Registration> REGISTRATION =
            new Table<>(
                    "registration",
                    List.of(
                            "id",
                            "sitting",
                            "person",
                            "status",
                            "room",
                            "seat",
                            "centre",
                            "extra_percent",
                            "small_room",
                            "fee",
                            "reference"),
                    one -> {
                        Registration.Seat seat = one.seat();
                        return row(
                                one.id(),
                                one.sitting(),
                                one.person(),
                                one.status().name(),
                                seat == null ? null : seat.room(),
                                seat == null ? null : seat.number(),
                                one.centre(),
                                one.accommodation().extraPercent(),
                                one.accommodation().smallRoom(),
                                one.fee().name(),
                                one.reference());
                    },
                    row ->
                            new Registration(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    Registration.Status.valueOf(row.getString(4)),
                                    seat(row.getString(5), row.getString(6)),
                                    row.getString(7),
                                    new Registration.Accommodation(
                                            row.getInt(8), row.getBoolean(9)),
                                    Registration.Fee.valueOf(row.getString(10)),
                                    row.getString(11)));

    static final Table<CandidateNumber> CANDIDATE_NUMBER =
            new Table<>(
                    "candidate_number",
                    List.of("person", "number"),
                    number -> row(number.person(), number.value()),
                    row -> new CandidateNumber(row.getString(1), row.getString(2)));

    static final Table<ExamText> EXAM_TEXT =
            new Table<>(
                    "exam_text",
                    List.of("note", "sitting", "words"),
                    text -> row(text.note(), text.sitting(), text.text()),
                    row -> new ExamText(row.getString(1), row.getString(2), row.getString(3)));

    static final Table<CandidateContact> CANDIDATE_CONTACT =
            new Table<>(
                    "candidate_contact",
                    List.of("person", "email"),
                    contact -> row(contact.person(), contact.email()),
                    row -> new CandidateContact(row.getString(1), row.getString(2)));

    static final Table<Placed<ParkedRow>> PARKED_ROW =
            new Table<>(
                    "parked_row",
                    List.of("id", "place", "kind", "line", "col", "problem", "cells"),
                    placed ->
                            row(
                                    placed.id(),
                                    placed.place(),
                                    placed.value().kind(),
                                    placed.value().line(),
                                    placed.value().column(),
                                    placed.value().problem(),
                                    RegisterJson.text(placed.value().cells())),
                    row ->
                            new Placed<>(
                                    row.getString(1),
                                    row.getInt(2),
                                    new ParkedRow(
                                            row.getString(3),
                                            row.getInt(4),
                                            row.getString(5),
                                            row.getString(6),
                                            RegisterJson.readCells(row.getString(7)))));

    static final Table<Placed<ImportDone>> IMPORT_DONE =
            new Table<>(
                    "import_done",
                    List.of("id", "place", "changes"),
                    placed -> row(placed.id(), placed.place(), RegisterJson.text(placed.value())),
                    row ->
                            new Placed<>(
                                    row.getString(1),
                                    row.getInt(2),
                                    RegisterJson.read(row.getString(3), ImportDone.class)));

    static final Table<StoredLocalKey> LOCAL_KEY =
            new Table<>(
                    "local_key",
                    List.of("id", "subject", "retention", "for_month", "wrapped"),
                    key ->
                            row(
                                    key.id(),
                                    key.subject(),
                                    key.retention().name(),
                                    key.month().toString(),
                                    Base64.getDecoder().decode(key.wrapped())),
                    row ->
                            new StoredLocalKey(
                                    row.getString(1),
                                    row.getString(2),
                                    RetentionClass.valueOf(row.getString(3)),
                                    YearMonth.parse(row.getString(4)),
                                    Base64.getEncoder().encodeToString(row.getBytes(5))));

    private Tables() {}

    static <T> Map<String, Pair<T>> pairs(Map<String, T> values) {
        return values.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new Pair<>(entry.getKey(), entry.getValue())));
    }

    /// Ids in one column.
    private static String words(Set<String> ids) {
        return ids.stream().sorted().collect(Collectors.joining(" "));
    }

    private static Set<String> words(String column) {
        return Arrays.stream(column.split(" "))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Registration.@Nullable Seat seat(
            @Nullable String room, @Nullable String number) {
        return room == null ? null : new Registration.Seat(room, number);
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, int column)
            throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
