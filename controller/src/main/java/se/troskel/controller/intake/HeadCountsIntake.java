package se.troskel.controller.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;

/// Reads a file of people counted by hand, room by room, which takes the place of all counts
/// before. Pure.
public final class HeadCountsIntake {
    private static final String KIND = "HEAD_COUNTS";

    private HeadCountsIntake() {}

    /// What an import of `bytes` would do.
    ///
    /// @param rooms id of each room by its id and by its name, both in lower case
    /// @throws UnreadableTableException when it is no table of head counts
    public static Preview preview(
            byte[] bytes, RegisterContents register, Map<String, String> rooms) {
        IntakeTable file = new IntakeTable(bytes, KIND);
        file.requireOneOf(Column.ROOM);
        file.requireOneOf(Column.PEOPLE);
        Map<String, Integer> people = new LinkedHashMap<>();
        file.eachRow(row -> {
            String room = BookingsIntake.room(row, rooms);
            String count = row.required(Column.PEOPLE);
            if (!count.matches("[0-9]{1,4}")) {
                throw new RowRefusedException(RowProblem.NUMBER, Column.PEOPLE);
            }
            if (people.putIfAbsent(room, Integer.valueOf(count)) != null) {
                throw new RowRefusedException(RowProblem.TWICE, Column.ROOM);
            }
        });
        Preview.Tally tally = new Preview.Tally();
        people.forEach((room, count) -> tally.count(register.headCounts().get(room), count));
        return tally.preview(new RegisterEdit.ReplaceHeadCounts(people, file.parked()), file, null);
    }
}
