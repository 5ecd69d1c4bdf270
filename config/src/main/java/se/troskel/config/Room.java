package se.troskel.config;

import java.util.Map;

/// A room.
///
/// @param name as on the room's own sign
/// @param capacity the number of people at which it feels full, set by watching; 1 or more
/// @param maxPersons from the fire documentation, never from the seat count; 1 or more
/// @param open whether visitors may use it without a booking; the terminal shows only such rooms as
///   free
/// @param route directions from the terminal by language, one line each; empty when none are given
public record Room(
        String id,
        String name,
        Kind kind,
        int seats,
        int capacity,
        int maxPersons,
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
