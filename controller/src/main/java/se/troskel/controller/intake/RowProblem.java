package se.troskel.controller.intake;

import java.util.Arrays;

/// Why a row cannot be taken, with the sentence that says what is wrong and how to mend it. No
/// sentence repeats what stands in the row.
public enum RowProblem {
    QUOTE_OPEN(
            "Ett citattecken stängs aldrig. Ta bort det eller lägg till det som saknas.",
            "A quotation mark is never closed. Remove it or add the missing one."),
    CELLS(
            "Raden har fler fält än rubrikraden. Sätt citattecken runt text med skiljetecken i.",
            "The row has more fields than the heading. Put quotation marks around text that"
                    + " contains the separator."),
    MISSING("Fältet är tomt men måste fyllas i.", "The field is empty but has to be filled in."),
    TOO_LONG(
            "Texten är längre än 200 tecken. Korta den.",
            "The text is longer than 200 characters. Shorten it."),
    PERSONAL_NUMBER_FORM(
            "Inget personnummer. Skriv ÅÅÅÅMMDD-NNNN.",
            "Not a personal number. Write YYYYMMDD-NNNN."),
    PERSONAL_NUMBER_DATE(
            "Personnumrets datum finns inte eller ligger i framtiden. Rätta det.",
            "The date of the personal number does not exist or is in the future. Correct it."),
    PERSONAL_NUMBER_CHECK(
            "Personnumrets kontrollsiffra stämmer inte. Jämför med legitimationen.",
            "The check digit of the personal number is wrong. Compare it with the identity"
                    + " document."),
    DATE("Inget datum. Skriv ÅÅÅÅ-MM-DD.", "Not a date. Write YYYY-MM-DD."),
    TIME(
            "Ingen tid. Skriv TT:MM, eller ÅÅÅÅ-MM-DD TT:MM.",
            "Not a time. Write HH:MM, or YYYY-MM-DD HH:MM."),
    ORDER(
            "Slutet ligger inte efter början. Rätta det ena.",
            "The end is not after the start. Correct one of them."),
    YES_NO("Skriv ja eller nej.", "Write yes or no."),
    AGREEMENT(
            "Skriv datum för avtalet, ja eller nej.",
            "Write the date of the agreement, yes or no."),
    KIND("Okänd typ. Skriv student eller personal.", "Unknown kind. Write student or worker."),
    CARD_FORM(
            "Inget kortnummer i filens format. Kontrollera numret, eller välj ett annat format.",
            "Not a card number in this file's format. Check the number, or choose another"
                    + " format."),
    CARD_TAKEN(
            "Kortet hör till någon annan. Ta bort det där först, eller rätta numret.",
            "The card belongs to somebody else. Remove it there first, or correct the number."),
    NOBODY(
            "Raden säger inte vem det är. Fyll i personnummer, id eller kort.",
            "The row does not say who it is. Fill in a personal number, an id or a card."),
    TWO_PEOPLE(
            "Personnummer, id och kort pekar på olika personer. Rätta det som är fel.",
            "Personal number, id and card are of different people. Correct what is wrong."),
    UNKNOWN_PERSON(
            "Personen finns inte i registret. Importera personer först.",
            "The person is not in the register. Import people first."),
    UNKNOWN_ROOM(
            "Det finns inget sådant rum. Skriv rummets id eller namn som i konfigurationen.",
            "There is no such room. Write the room's id or name as in the configuration."),
    TWICE(
            "Samma rum eller bokning finns tidigare i filen. Ta bort den ena raden.",
            "The same room or booking stands earlier in the file. Remove one of the rows."),
    CENTURY(
            "Numret kan vara två personers. Skriv tolv siffror, ÅÅÅÅMMDD-NNNN.",
            "The number can be that of two people. Write twelve digits, YYYYMMDD-NNNN."),
    UNIVERSITY(
            "Ingen kod för lärosäte. Skriv den som i reglerna, till exempel MDU.",
            "Not a code of a university. Write it as in the rules, for example MDU."),
    MINUTES(
            "Ingen skrivtid. Skriv minuter från 15 till 720, eller TT:MM.",
            "Not a writing time. Write minutes from 15 to 720, or HH:MM."),
    PERCENT(
            "Ingen procentsats. Skriv ett heltal från 0 till 200.",
            "Not a percentage. Write a whole number from 0 to 200."),
    EMAIL(
            "Ingen e-postadress. Skriv namn@exempel.se, eller lämna fältet tomt.",
            "Not an e-mail address. Write name@example.org, or leave the field empty."),
    FEE("Skriv nej, obetald eller betald.", "Write no, due or paid."),
    SITTING_DIFFERS(
            "En tidigare rad säger annat om samma tentas tider. Rätta den ena.",
            "An earlier row says otherwise of the times of the same exam. Correct one of them."),
    CANDIDATE_TWICE(
            "Samma person finns tidigare i filen på samma tenta. Ta bort den ena raden.",
            "The same person stands earlier in the file in the same exam. Remove one of the rows."),
    SEAT_TAKEN(
            "Platsen har någon annan i filen samtidigt. Rätta den ena.",
            "Somebody else in the file has this seat at the same time. Correct one of them."),
    SEAT_HELD(
            "Någon annan har platsen under samma tid, här eller i en tidigare lista. Välj en annan"
                    + " plats, eller rätta den andra.",
            "Somebody else has this seat during the same time, here or on an earlier list. Choose"
                    + " another seat, or correct theirs."),
    ARRIVED(
            "Kandidaten har redan kommit, så inget ändras. Tentavakten avgör på plats.",
            "The candidate has come already, so nothing changes. The invigilator decides there."),
    NUMBER(
            "Inget antal. Skriv ett heltal från 0 till 9999.",
            "Not a count. Write a whole number from 0 to 9999.");

    private final String swedish;
    private final String english;

    RowProblem(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /// The sentence for staff.
    ///
    /// @param language `sv` for Swedish; anything else is English
    public String sentence(String language) {
        return language.equals("sv") ? swedish : english;
    }

    /// The sentence of a problem by its name; the name itself when this version does not know it.
    public static String sentence(String name, String language) {
        return Arrays.stream(values())
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .map(problem -> problem.sentence(language))
                .orElse(name);
    }
}
