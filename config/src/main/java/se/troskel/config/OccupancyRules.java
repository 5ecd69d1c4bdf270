package se.troskel.config;

/// How people are counted and published.
///
/// @param publishSeconds shortest time between two reports of a room, 1 to 3600
/// @param smallCountLimit while unstaffed a number below this is published as "few"; 0 never
/// @param staleMinutes without any evidence for this long, a number loses its quality
public record OccupancyRules(int publishSeconds, int smallCountLimit, int staleMinutes) {}
