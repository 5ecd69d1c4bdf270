package se.troskel.controller.desk;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.StaffDirectory;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.EditRefusedException;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.RegisterUnavailableException;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// The staff accounts of the register. Thread-safe.
public final class StaffAccounts implements StaffDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(StaffAccounts.class);
    private static final String FIRST_USER = "admin";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 16;

    /// Recorded as who did it when nobody was logged in.
    private static final StaffAccount NOBODY = new StaffAccount("nobody", "-", "", false, Set.of());

    private final Register register;
    private final SiteLoop loop;
    private final Argon2Passwords passwords;
    private final SecureRandom random;
    private final Lookup lookup;

    public StaffAccounts(
            Register register,
            SiteLoop loop,
            Lookup lookup,
            Argon2Passwords passwords,
            SecureRandom random) {
        this.register = register;
        this.loop = loop;
        this.lookup = lookup;
        this.passwords = passwords;
        this.random = random;
    }

    /// Makes one administrator where there is none, with a password that has to be changed at the
    /// first log-in. The program shows it once; it is kept nowhere.
    ///
    /// @return how to log in; empty when there is an administrator
    public Optional<FirstLogIn> makeFirstAdministrator() {
        boolean any =
                register.contents().staff().values().stream()
                        .anyMatch(
                                account -> account.capabilities().contains(Capability.ADMINISTER));
        if (any) {
            return Optional.empty();
        }
        String password = password();
        register.edit(
                new RegisterEdit.PutStaffAccount(
                        new StaffAccount(
                                FIRST_USER,
                                "Administratör",
                                passwords.hash(password),
                                true,
                                Set.of(Capability.values()))));
        return Optional.of(new FirstLogIn(FIRST_USER, password));
    }

    /// What the first administrator logs in with, once.
    public record FirstLogIn(String user, String password) {
        /// The line that a program prints.
        public String words() {
            return "First log-in: user "
                    + user
                    + ", password "
                    + password
                    + " (to be changed at once; it is not shown again)";
        }

        @Override
        public String toString() {
            return "FirstLogIn[" + user + "]";
        }
    }

    @Override
    public Optional<StaffAccount> find(String user) {
        Map<String, StaffAccount> staff = register.contents().staff();
        return Optional.ofNullable(staff.get(user.toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean changePassword(StaffAccount by, String passwordHash) {
        try {
            register.edit(new RegisterEdit.PutStaffAccount(by.withPassword(passwordHash)));
            return true;
        } catch (RegisterUnavailableException e) {
            LOG.error("A password was not changed: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public List<StaffAccount> accounts() {
        return register.contents().staff().values().stream()
                .sorted(Comparator.comparing(StaffAccount::user))
                .toList();
    }

    @Override
    public Done make(StaffAccount by, NewAccount account) {
        if (find(account.user()).isPresent()) {
            return new Done(false, "account.taken", account.user());
        }
        String password = password();
        StaffAccount made =
                new StaffAccount(
                        account.user(),
                        account.displayName(),
                        passwords.hash(password),
                        true,
                        account.role().capabilities());
        return edited(
                by,
                new RegisterEdit.PutStaffAccount(made),
                StaffAction.ACCOUNT_MADE,
                new Done(true, "account.made", password));
    }

    /// One at a time, so that two administrators do not take each other's last right away.
    @Override
    public synchronized Done allow(StaffAccount by, String user, Set<Capability> capabilities) {
        StaffAccount account = find(user).orElse(null);
        if (account == null) {
            return new Done(false, "account.none", null);
        }
        StaffAccount changed = account.withCapabilities(capabilities);
        if (!changed.may(Capability.ADMINISTER) && isLastWorking(account)) {
            return new Done(false, "account.last", null);
        }
        return edited(
                by,
                new RegisterEdit.PutStaffAccount(changed),
                StaffAction.ACCOUNT_CHANGED,
                new Done(true, "account.changed", account.user()));
    }

    /// Whether nobody else administers who has ever logged in: a password that still has to be
    /// changed may lie in a drawer.
    private boolean isLastWorking(StaffAccount account) {
        return account.may(Capability.ADMINISTER)
                && accounts().stream()
                        .filter(other -> !other.user().equals(account.user()))
                        .noneMatch(
                                other -> other.may(Capability.ADMINISTER) && !other.mustChange());
    }

    @Override
    public synchronized Done end(StaffAccount by, String user) {
        if (find(user).filter(this::isLastWorking).isPresent()) {
            return new Done(false, "account.last", null);
        }
        return find(user)
                .map(account ->
                        edited(
                                by,
                                new RegisterEdit.EndStaffAccount(account.user()),
                                StaffAction.ACCOUNT_ENDED,
                                new Done(true, "account.ended", account.user())))
                .orElse(new Done(false, "account.none", null));
    }

    @Override
    public Done link(StaffAccount by, String user, String cardNumber) {
        StaffAccount account = find(user).orElse(null);
        if (account == null) {
            return new Done(false, "account.none", null);
        }
        if (cardNumber.isEmpty()) {
            return linked(by, account.withPerson(null), "account.unlinked");
        }
        Credential card =
                CardNumber.fromReader(cardNumber)
                        .map(number -> register.contents().credentials().get(lookup.card(number)))
                        .filter(known -> !known.person().equals(Credential.NOBODY))
                        .orElse(null);
        if (card == null) {
            return new Done(false, "card.unknown", null);
        }
        StaffAccount holder = register.contents().staffOf(card.person());
        if (holder != null && !holder.user().equals(account.user())) {
            return new Done(false, "account.card-taken", holder.user());
        }
        return linked(
                by,
                account.withPerson(card.person()),
                card.pinHash() == null ? "account.linked-no-pin" : "account.linked");
    }

    private Done linked(StaffAccount by, StaffAccount account, String key) {
        return edited(
                by,
                new RegisterEdit.PutStaffAccount(account),
                StaffAction.CARD_LINKED,
                new Done(true, key, account.user()));
    }

    private Done edited(StaffAccount by, RegisterEdit edit, StaffAction action, Done done) {
        try {
            register.edit(edit);
        } catch (EditRefusedException e) {
            return new Done(false, "account.last", null);
        } catch (RegisterUnavailableException e) {
            LOG.error("A staff account was not changed: {}", e.getMessage());
            return new Done(false, "register.refused", null);
        }
        record(action, by);
        return done;
    }

    @Override
    public void record(StaffAction action, @Nullable StaffAccount by) {
        loop.offer(
                new SiteInput.StaffDid(
                        by == null ? NOBODY : by,
                        new EventBody.StaffActed(action, null, null, null),
                        new CompletableFuture<>()));
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
