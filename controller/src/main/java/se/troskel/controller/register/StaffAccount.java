package se.troskel.controller.register;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who may log in to the staff pages, and to a terminal's staff mode with a card.
///
/// @param user log-in name, lower case
/// @param passwordHash PHC string (Argon2id)
/// @param mustChange whether the password was made by the system and has to be changed at the next
///   log-in
/// @param capabilities all there are for whoever has `ADMINISTER`, also those that came later
/// @param person id of whose cards open a terminal's staff mode; null when none does
public record StaffAccount(
        String user,
        String displayName,
        String passwordHash,
        boolean mustChange,
        Set<Capability> capabilities,
        @Nullable String person) {
    public StaffAccount {
        capabilities =
                Set.copyOf(
                        capabilities.contains(Capability.ADMINISTER)
                                ? EnumSet.allOf(Capability.class)
                                : capabilities);
    }

    /// An account that no card is linked to.
    public StaffAccount(
            String user,
            String displayName,
            String passwordHash,
            boolean mustChange,
            Set<Capability> capabilities) {
        this(user, displayName, passwordHash, mustChange, capabilities, null);
    }

    /// Somebody whom the organisation's own log-in vouches for: in no register, without a password
    /// here, there as long as the session.
    public static StaffAccount visiting(
            String user, String displayName, Set<Capability> capabilities) {
        return new StaffAccount(user, displayName, "", false, capabilities);
    }

    /// Whether this is no account of the register.
    public boolean isVisiting() {
        return passwordHash.isEmpty();
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
        /// Enter exam rooms and unlock their doors while an exam posture stands, and order those.
        EXAM_ROOMS,
        /// Let somebody sit an exam against a rule, after the last entry (DOMAIN 4.5 row 19).
        EXAM_EXCEPTIONS,
        /// Make and end day passes.
        ISSUE_PASSES,
        ADMINISTER
    }

    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }

    /// The same account with a password that its holder chose.
    public StaffAccount withPassword(String hash) {
        return new StaffAccount(user, displayName, hash, false, capabilities, person);
    }

    /// The same account, allowed this.
    public StaffAccount withCapabilities(Set<Capability> allowed) {
        return new StaffAccount(user, displayName, passwordHash, mustChange, allowed, person);
    }

    /// The same account with this person's cards; null for none.
    public StaffAccount withPerson(@Nullable String holder) {
        return new StaffAccount(user, displayName, passwordHash, mustChange, capabilities, holder);
    }

    @Override
    public String toString() {
        return "StaffAccount[" + user + "]";
    }
}
