package se.troskel.controller.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.StaffDesk.PrintedTicket;
import se.troskel.controller.register.StaffAccount;

/// One browser that somebody has logged in with. Lives in memory only: after a restart everybody
/// logs in again. Thread-safe.
final class Session {
    private static final int TICKETS_MAX = 20;

    private final String id;
    private final String csrf;
    private final StaffAccount opener;
    private final Instant opened;
    private final AtomicReference<Instant> used;
    private final AtomicReference<@Nullable Notice> notice = new AtomicReference<>();
    private final Map<String, PrintedTicket> tickets = new LinkedHashMap<>();
    private final AtomicReference<PassDesk.@Nullable Printed> pass = new AtomicReference<>();

    Session(String id, String csrf, StaffAccount opener, Instant opened) {
        this.id = id;
        this.csrf = csrf;
        this.opener = opener;
        this.opened = opened;
        this.used = new AtomicReference<>(opened);
    }

    String id() {
        return id;
    }

    String csrf() {
        return csrf;
    }

    String user() {
        return opener.user();
    }

    /// Whom it was opened for, as then.
    StaffAccount opener() {
        return opener;
    }

    /// Whether the account still has the password that this session was opened with.
    boolean isOf(StaffAccount account) {
        return account.passwordHash().equals(opener.passwordHash());
    }

    Instant opened() {
        return opened;
    }

    Instant used() {
        return used.get();
    }

    void use(Instant now) {
        used.set(now);
    }

    /// Keeps a sentence for the next page.
    void tell(Notice sentence) {
        notice.set(sentence);
    }

    /// The sentence kept for this page; null when there is none. Told once.
    @Nullable Notice told() {
        return notice.getAndSet(null);
    }

    /// Keeps a ticket for printing; the oldest goes when there are more than 20.
    synchronized void keep(PrintedTicket ticket) {
        tickets.put(ticket.id(), ticket);
        if (tickets.size() > TICKETS_MAX) {
            tickets.remove(tickets.keySet().iterator().next());
        }
    }

    synchronized Optional<PrintedTicket> ticket(String ticketId) {
        return Optional.ofNullable(tickets.get(ticketId));
    }

    /// Keeps a day pass until it is shown.
    void keep(PassDesk.Printed printed) {
        pass.set(printed);
    }

    /// The day pass that waits to be shown, once; empty when it was.
    Optional<PassDesk.Printed> takePass(String passId) {
        var kept = pass.get();
        return kept != null && kept.pass().id().equals(passId) && pass.compareAndSet(kept, null)
                ? Optional.of(kept)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Session[" + user() + "]";
    }
}
