package se.troskel.controller.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
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

    /// Every account, by name; never blocks.
    List<StaffAccount> accounts();

    /// Makes an account with the capabilities of a role. Blocks until it is recorded or refused.
    ///
    /// @return with the one-time password as its value when it is made
    Done make(StaffAccount by, NewAccount account);

    /// Sets what an account may do. The last working administrator stays one. Blocks likewise.
    Done allow(StaffAccount by, String user, Set<Capability> capabilities);

    /// Ends an account; the last administrator's is kept. Blocks likewise.
    Done end(StaffAccount by, String user);

    /// Lets the cards of whoever holds this one open the terminals' staff mode for an account.
    /// Blocks likewise.
    ///
    /// @param cardNumber empty for no card any more
    Done link(StaffAccount by, String user, String cardNumber);

    /// An account to be made.
    ///
    /// @param user lower case
    record NewAccount(String user, String displayName, Role role) {}

    /// Takes down that somebody logged in or out, or was refused. Does not block.
    ///
    /// @param by null for a refusal
    void record(StaffAction action, @Nullable StaffAccount by);
}
