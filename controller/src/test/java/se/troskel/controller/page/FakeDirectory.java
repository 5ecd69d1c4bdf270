package se.troskel.controller.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.event.StaffAction;

/// Accounts in memory.
final class FakeDirectory implements StaffDirectory {
    final List<StaffAction> recorded = new CopyOnWriteArrayList<>();
    private final Map<String, StaffAccount> accounts = new ConcurrentHashMap<>();

    void put(String user, String passwordHash, boolean mustChange, Set<Capability> capabilities) {
        accounts.put(
                user,
                new StaffAccount(user, "Vakt " + user, passwordHash, mustChange, capabilities));
    }

    void remove(String user) {
        accounts.remove(user);
    }

    @Override
    public Optional<StaffAccount> find(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    @Override
    public boolean changePassword(StaffAccount by, String passwordHash) {
        put(by.user(), passwordHash, false, by.capabilities());
        return true;
    }

    @Override
    public List<StaffAccount> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Done make(StaffAccount by, NewAccount account) {
        put(account.user(), "-", true, account.role().capabilities());
        return new Done(true, "account.made", "one-time-password");
    }

    @Override
    public Done allow(StaffAccount by, String user, Set<Capability> capabilities) {
        var account = accounts.get(user);
        if (account == null) {
            return new Done(false, "account.none", null);
        }
        accounts.put(user, account.withCapabilities(capabilities));
        return new Done(true, "account.changed", user);
    }

    @Override
    public Done end(StaffAccount by, String user) {
        return accounts.remove(user) == null
                ? new Done(false, "account.none", null)
                : new Done(true, "account.ended", user);
    }

    @Override
    public Done link(StaffAccount by, String user, String cardNumber) {
        return new Done(true, cardNumber.isEmpty() ? "account.unlinked" : "account.linked", user);
    }

    @Override
    public void record(StaffAction action, @Nullable StaffAccount by) {
        recorded.add(action);
    }
}
