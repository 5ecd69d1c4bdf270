package se.troskel.config;

import java.util.Map;

/// A room.
///
/// @param id unique among the rooms
/// @param name as on the room's own sign
/// @param kind what the room is for
/// @param seats how many can sit
/// @param capacity the number of people at which it feels full, set by watching; 1 or more
/// @param maxPersons from the fire documentation, never from the seat count; 1 or more and not
///   below `capacity`
/// @param open whether visitors may use it without a booking; the terminal shows only such rooms as
///   free
/// @param route directions from the terminal by language, one line each; empty when none are given
public record Room(
        @Form(value = Form.ID, example = "exam-1") String id,
        String name,
        Kind kind,
        @Range(min = 0, max = 2000) int seats,
        @Range(min = 1, max = 2000) int capacity,
        @Range(min = 1, max = 5000) int maxPersons,
        boolean open,
        Map<String, String> route) {
    public Room {
        route = Map.copyOf(route);
    }

    /// What a room is for.
    public enum Kind {
        STUDY,
        GROUP,
        QUIET,
        EXAM,
        EXAM_SMALL,
        COMPUTER,
        /// An entrance hall or corridor: people pass, nobody is sent there.
        COMMON
    }
}
