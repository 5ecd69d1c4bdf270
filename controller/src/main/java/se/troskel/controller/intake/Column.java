package se.troskel.controller.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The columns that are understood, by their Swedish and English names. Case, spaces and
/// punctuation in a heading do not count.
enum Column {
    NAME("namn", "name", "fullname"),
    FIRST_NAME("förnamn", "fornamn", "firstname", "givenname"),
    LAST_NAME("efternamn", "lastname", "surname", "familyname"),
    PERSONAL_NUMBER("personnummer", "personnr", "pnr", "personalnumber", "personalidentitynumber"),
    EXTERNAL_ID("id", "studentid", "externtid", "externalid", "användare", "user"),
    KIND("typ", "roll", "kind", "type", "role"),
    BORN("född", "fodd", "födelsedatum", "fodelsedatum", "born", "birthdate", "dateofbirth"),
    VALID_FROM("giltigfrån", "giltigfran", "validfrom"),
    VALID_UNTIL("giltigtill", "giltigtom", "validuntil", "validto"),
    AGREEMENT("avtal", "avtalgodkänt", "agreement", "agreementaccepted"),
    PROTECTED("skyddad", "skyddadidentitet", "protected", "protectedidentity"),
    EXTENDED_TIME(
            "längretid",
            "langretid",
            "förlängdtid",
            "forlangdtid",
            "extratid",
            "extendedtime",
            "extratime"),
    CARD("kort", "kortnummer", "kortnr", "tagg", "taggnummer", "card", "cardnumber", "fob"),
    BLOCKED("spärrad", "sparrad", "spärrat", "blocked"),
    BOOKING("bokning", "bokningsid", "booking", "bookingid"),
    ROOM("rum", "lokal", "sal", "room"),
    DATE("datum", "dag", "date", "day"),
    FROM("från", "fran", "start", "starttid", "from", "starttime"),
    UNTIL("till", "slut", "sluttid", "until", "to", "end", "endtime"),
    UNIVERSITY("lärosäte", "larosate", "högskola", "hogskola", "university", "hei"),
    COURSE("kurs", "kurskod", "course", "coursecode"),
    EXAM("prov", "provkod", "tenta", "tentamen", "exam", "examcode"),
    MINUTES("längd", "langd", "skrivtid", "minuter", "length", "minutes", "writingtime"),
    HOME_START("hemstart", "startlärosäte", "startlarosate", "homestart", "startathome"),
    SEAT("plats", "platsnr", "bänk", "bank", "seat"),
    SMALL_ROOM("litensal", "mindresal", "smallroom"),
    REFERENCE("referens", "anonymitetskod", "anonymkod", "reference", "anonymitycode"),
    EMAIL("epost", "epostadress", "mejl", "email", "emailaddress", "mail"),
    FEE("avgift", "fee"),
    CANCELLED("avanmäld", "avanmald", "återbud", "aterbud", "cancelled", "canceled"),
    PEOPLE("antal", "personer", "people", "count", "headcount");

    /// Each with a space on both sides.
    private final String names;

    Column(String... names) {
        this.names = " " + String.join(" ", names) + " ";
    }

    static Optional<Column> named(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(" " + plain + " "))
                .findFirst();
    }
}
