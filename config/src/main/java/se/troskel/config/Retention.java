package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// How many days the journal's local bodies, which say whom a record is about, can be read. A month
/// is erased as a whole once its last day is this old (DOMAIN L2). A municipality may erase only
/// what it has decided to (gallring, DOMAIN L3); these are that decision's numbers. Records whose
/// month has outlived all four are deleted altogether, once the region has acknowledged them.
///
/// @param accessDays who came and went, 1 to 3660
/// @param staffDays who on the staff did what, 1 to 3660
/// @param examDays who wrote which exam and how it went, 1 to 3660; lists of sittings and their
///   candidates go by it too
/// @param operationDays used tickets, blocked cards and other facts without a person that must
///   survive a restart, 31 to 3660; longer than any ticket is valid
/// @param decision the number of that decision, as it is registered; left out while there is none:
///   then nothing is erased, and the controller's log says so
public record Retention(
        @Range(min = 1, max = 3660) int accessDays,
        @Range(min = 1, max = 3660) int staffDays,
        @Range(min = 1, max = 3660) int examDays,
        @Range(min = 31, max = 3660) int operationDays,
        @Nullable String decision) {}
