package se.troskel.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.OptionalInt;
import se.troskel.config.Findings.Complaint;

/// People who leave by the handle are told from those who force the door (INV-04) by a button or
/// handle switch, or by hours in which such an opening is no alarm. Opening hours with neither are
/// worth a warning: every leaving would alarm.
final class ExitCheck {
    private static final int MINUTES_A_DAY = 24 * 60;

    private ExitCheck() {}

    static void check(Part root, Findings findings) {
        for (Part door : root.at("doors").items()) {
            if (door.is("kind", "OWN")
                    && door.at("contact").isThere()
                    && !door.at("requestToExit").isThere()) {
                leaving(root, door, findings);
            }
        }
    }

    private static void leaving(Part root, Part door, Findings findings) {
        BitSet alarming = minutes(root.at("opening").at("week"));
        alarming.andNot(minutes(door.at("openedOtherwise")));
        alarming.andNot(minutes(door.at("unlocked")));
        int first = alarming.nextSetBit(0);
        if (first >= 0) {
            findings.warning(
                    door.pointer(),
                    new Complaint(
                            door.text("id"),
                            "a contact and no requestToExit: whoever leaves by the handle, on "
                                    + DayOfWeek.of(1 + first / MINUTES_A_DAY)
                                    + " at "
                                    + LocalTime.ofSecondOfDay(first % MINUTES_A_DAY * 60L)
                                    + " for one, raises the alarm of a forced door",
                            "name a button or handle switch under requestToExit, or list the"
                                    + " opening hours under openedOtherwise"));
        }
    }

    /// The minutes of the week, from Monday on, that a list of hours holds.
    private static BitSet minutes(Part hours) {
        BitSet minutes = new BitSet();
        for (Part one : hours.items()) {
            OptionalInt from = one.minute("from");
            OptionalInt until = one.minute("until");
            if (from.isEmpty() || until.isEmpty() || until.getAsInt() <= from.getAsInt()) {
                continue;
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                if (one.at("days").items().stream().anyMatch(d -> d.text().equals(day.name()))) {
                    int start = (day.getValue() - 1) * MINUTES_A_DAY;
                    minutes.set(start + from.getAsInt(), start + until.getAsInt());
                }
            }
        }
        return minutes;
    }
}
