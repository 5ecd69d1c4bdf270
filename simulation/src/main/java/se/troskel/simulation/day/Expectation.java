package se.troskel.simulation.day;

import java.util.function.Supplier;

/// What should be seen, said before anybody looks.
///
/// @param words what it is, for a reader
/// @param where whose picture goes with it
/// @param look looks once; is repeated until it holds or the time is up. May throw when what is
///   looked at is away, which counts as not seen
record Expectation(String words, Where where, Supplier<Seen> look) {
    /// Where it is seen.
    enum Where {
        TERMINAL,
        STAFF_PAGE,
        /// The tablet in the exam room.
        EXAM_ROOM,
        /// The page that was left open in the browser; named before other pages, which take its
        /// place.
        OPEN_PAGE,
        REGION_PAGE,
        /// Where there is nothing to take a picture of.
        ELSEWHERE
    }

    Seen seen() {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return new Seen(false, String.valueOf(e.getMessage()));
        }
    }
}
