package se.troskel.simulation.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What may stand in no topic, log or idle screen, by what it is. One thread at a time.
final class Secrets {
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
        String who = person.name().substring(0, person.name().indexOf(' '));
        add("the name of " + who, person.name());
        card("the card of " + who, person.card());
        String number = person.personalNumber();
        add("the personal number of " + who, number.substring(2));
        patterns.put(
                "the written personal number of " + who,
                Pattern.compile(number.substring(2, 8) + "[-+]" + number.substring(8)));
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
        return "(?<![0-9A-Za-z])" + Pattern.quote(text.strip()) + "(?![0-9A-Za-z])";
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
