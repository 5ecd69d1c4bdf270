package se.troskel.simulation.day;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The page of the exam room in the hands of somebody on the staff: finds candidates by their
/// seats, and does what its buttons do. Blocks.
record Tablet(StaffClient staff) {
    static final String PAGE = "/staff/exam-room?room=exam-1";

    private static final String PATH = "/staff/exam-room/";
    private static final Pattern TILE =
            Pattern.compile(
                    "id=\"tile-([^\"]+)\".*?data-state=\"([A-Z_]+).*?class=\"seat\">([^<]+)<",
                    Pattern.DOTALL);

    /// A seat as the page shows it.
    private record Tile(String registration, String state, String seat) {}

    /// Touches a candidate's seat: the page says all of this about it.
    Expectation chosen(ExamCast candidate, String... texts) {
        return staff.shows(PAGE + "&chosen=" + seats(candidate).getFirst().registration(), texts);
    }

    /// Somebody's document is in order.
    void approve(ExamCast candidate, String document) {
        act("approve", candidate, Map.of("document", document));
    }

    /// The same for both exams of somebody who writes two at once.
    void approveBoth(ExamCast candidate, String document) {
        seats(candidate).forEach(seat -> act("approve", seat, Map.of("document", document)));
    }

    /// Presses a button about a candidate; of several exams about those that they came for.
    void act(String what, ExamCast candidate, Map<String, String> fields) {
        List<Tile> seats = seats(candidate);
        List<Tile> here = seats.stream().filter(seat -> !seat.state().equals("EXPECTED")).toList();
        (here.isEmpty() ? seats : here).forEach(seat -> act(what, seat, fields));
    }

    private void act(String what, Tile seat, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("room", "exam-1");
        form.put("registration", seat.registration());
        staff.submit(PAGE, PATH + what, form);
    }

    private List<Tile> seats(ExamCast candidate) {
        return tiles().stream().filter(tile -> tile.seat().equals(candidate.seat())).toList();
    }

    /// Presses a button of the room.
    void order(String what, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("room", "exam-1");
        staff.submit(PAGE, PATH + what, form);
    }

    /// A field of the page as it is now.
    String hidden(String name) {
        return StaffClient.hidden(staff.glance(PAGE), name);
    }

    /// The page says all of this.
    Expectation shows(String... texts) {
        return staff.shows(PAGE, texts);
    }

    /// The page says none of this.
    Expectation showsNot(String... texts) {
        return staff.showsNot(PAGE, texts);
    }

    /// A candidate's seat is in this state, for both exams where there are two.
    Expectation seat(ExamCast candidate, String state) {
        return new Expectation(
                "seat " + candidate.seat() + " is " + state + " on the page",
                staff.where(),
                () -> {
                    List<String> states = seats(candidate).stream().map(Tile::state).toList();
                    return new Seen(
                            !states.isEmpty() && states.stream().allMatch(state::equals),
                            "seat " + candidate.seat() + ": " + states);
                });
    }

    /// So many seats are in this state.
    Expectation count(String state, int seats) {
        return new Expectation(
                seats + " are " + state + " on the page",
                staff.where(),
                () -> {
                    long now =
                            tiles().stream()
                                    .filter(tile -> tile.state().equals(state))
                                    .map(Tile::seat)
                                    .distinct()
                                    .count();
                    return new Seen(now == seats, now + " are " + state);
                });
    }

    /// The state of every registration, for a comparison.
    String states() {
        Map<String, String> states = new TreeMap<>();
        tiles().forEach(tile -> states.put(tile.registration(), tile.state()));
        return states.toString();
    }

    /// Every registration is in the state in which it was.
    Expectation areAs(Supplier<String> before) {
        return new Expectation(
                "every seat is as it was",
                staff.where(),
                () -> {
                    boolean same = states().equals(before.get());
                    return new Seen(same, same ? "all the same" : "others than before");
                });
    }

    /// Ids of the sittings in the room, in their order on the page.
    List<String> sittings() {
        return Pattern.compile("name=\"sitting\" value=\"([^\"]+)\"")
                .matcher(staff.glance(PAGE))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private List<Tile> tiles() {
        return TILE.matcher(staff.glance(PAGE))
                .results()
                .map(tile -> new Tile(tile.group(1), tile.group(2), tile.group(3).strip()))
                .toList();
    }
}
