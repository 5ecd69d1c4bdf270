package se.troskel.simulation.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What may stand in no topic, log or idle screen, by what it is. One thread at a time.
final class Secrets {
    private static final String BEFORE = "(?<![0-9A-Za-z])";
    private static final String AFTER = "(?![0-9A-Za-z])";

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /// The day's test persons, their cards and the chosen PIN.
    static Secrets ofTheDay() {
        Secrets secrets = new Secrets();
        List.of(
                        Person.ALVA,
                        Person.JOHAN,
                        Person.BO,
                        Person.CILLA,
                        Person.DAVID,
                        Person.ERIK,
                        Person.FRIDA,
                        Person.GUSTAV)
                .forEach(secrets::add);
        ExamCast.newcomers().forEach(secrets::add);
        secrets.number("a stranger at the exam", ExamCast.STRANGERS_NUMBER);
        secrets.number("Lo by the passport", ExamCast.LOS_OWN_NUMBER);
        secrets.card("a stranger's card", Person.STRANGERS_CARD);
        secrets.card("a card of another centre", Person.ANOTHER_CENTRES_CARD);
        secrets.card("a break-glass card", Person.BREAK_GLASS_CARD);
        secrets.card("a spare card", Person.SPARE_CARD);
        secrets.add("the name on the day pass", LoansAndPasses.HIRED);
        secrets.add("a PIN", Person.ALVAS_PIN);
        secrets.add("the caretaker's PIN", Person.JOHANS_PIN);
        return secrets;
    }

    private void add(Person person) {
        String who = firstName(person.name());
        add("the name of " + who, person.name());
        card("the card of " + who, person.card());
        number(who, person.personalNumber());
    }

    private void add(ExamCast candidate) {
        String who = firstName(candidate.name());
        add("the name of " + who, candidate.name());
        number(who, candidate.personalNumber());
    }

    private static String firstName(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    /// With its century or without, with a sign before its last four or without.
    private void number(String who, String number) {
        String born = number.substring(2, 8);
        String last = number.substring(number.length() - 4);
        String century = "(?:" + number.substring(0, 2) + ")?";
        patterns.put(
                "the personal number of " + who,
                Pattern.compile(BEFORE + century + born + last + AFTER));
        patterns.put(
                "the written personal number of " + who,
                Pattern.compile(century + born + "[-+]" + last));
    }

    /// In every notation that a system might write it in.
    private void card(String what, String number) {
        patterns.put(
                what,
                Pattern.compile(
                        token(number) + "|" + token(Long.toString(Long.parseLong(number, 16))),
                        Pattern.CASE_INSENSITIVE));
    }

    /// Adds a text that must not be found as a word of its own.
    void add(String what, String text) {
        patterns.put(what, Pattern.compile(token(text), Pattern.CASE_INSENSITIVE));
    }

    private static String token(String text) {
        return BEFORE + Pattern.quote(text.strip()) + AFTER;
    }

    /// What was found in `text`: never the secret itself.
    List<String> in(String text) {
        return patterns.entrySet().stream()
                .filter(secret -> secret.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    int count() {
        return patterns.size();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Secrets[%d]", count());
    }
}
