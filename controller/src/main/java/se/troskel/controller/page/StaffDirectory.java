package se.troskel.controller.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount;
import se.troskel.protocol.event.StaffAction;

/// Who may log in. Thread-safe.
public interface StaffDirectory {
    /// The account of a user as it is now; never blocks.
    ///
    /// @param user lower case
    Optional<StaffAccount> find(String user);

    /// Gives the account a new password of its holder's own choice; from then on it need not be
    /// changed. Blocks until it is recorded or refused.
    ///
    /// @param passwordHash PHC string (Argon2id)
    /// @return whether it is recorded; when not, the old password stays
    boolean changePassword(StaffAccount by, String passwordHash);

    /// Takes down that somebody logged in or out, or was refused. Does not block.
    ///
    /// @param by null for a refusal
    void record(StaffAction action, @Nullable StaffAccount by);
}
