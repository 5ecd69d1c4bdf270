package se.troskel.config;

/// How people are counted and published.
///
/// @param publishSeconds shortest time between two reports of a room, 1 to 3600
/// @param smallCountLimit while unstaffed a number below this is published as "few"; 0 never, at
///   most 20
/// @param staleMinutes without any evidence for this long, a number loses its quality, 1 to 1440
public record OccupancyRules(
        @Range(min = 1, max = 3600) int publishSeconds,
        @Range(min = 0, max = 20) int smallCountLimit,
        @Range(min = 1, max = 1440) int staleMinutes) {}
