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
    public void record(StaffAction action, @Nullable StaffAccount by) {
        recorded.add(action);
    }
}
