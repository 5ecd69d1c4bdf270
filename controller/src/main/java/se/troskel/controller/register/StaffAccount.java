package se.troskel.controller.register;

import java.util.Set;

/// Somebody who may log in to the staff pages.
///
/// @param user log-in name, lower case
/// @param passwordHash PHC string (Argon2id)
/// @param mustChange whether the password was made by the system and has to be changed at the next
///   log-in
public record StaffAccount(
        String user,
        String displayName,
        String passwordHash,
        boolean mustChange,
        Set<Capability> capabilities) {
    public StaffAccount {
        capabilities = Set.copyOf(capabilities);
    }

    /// What an account may do; independent of each other, not ranks.
    public enum Capability {
        VIEW,
        UNLOCK,
        ENROL,
        IMPORT,
        ISSUE_TICKETS,
        BLOCK_CARDS,
        READ_JOURNAL,
        /// See by name who is inside, and end their visits when everybody has left.
        ROLL_CALL,
        ADMINISTER
    }

    @Override
    public String toString() {
        return "StaffAccount[" + user + "]";
    }
}
