package se.troskel.controller.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import se.troskel.config.CentreConfig;
import se.troskel.controller.api.KioskDesk.BusyException;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.site.SiteView;
import se.troskel.controller.site.StaffEntries;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffPinResult.Outcome;
import se.troskel.protocol.kiosk.StaffView;

/// The terminals' staff mode: rooms and doors for somebody with a staff card and its PIN. Whether
/// the account and the card still count is looked up for everything that is asked. Thread-safe;
/// every method may block for a few seconds. The PIN is compared here, never on the loop.
public final class StaffMode {
    private final Parts parts;
    private final StaffSessions sessions;

    /// What it works with.
    ///
    /// @param register the register as it is now; never blocks
    public record Parts(
            CentreConfig config,
            KioskDesk terminals,
            SiteLoop loop,
            Argon2Passwords passwords,
            Supplier<RegisterContents> register) {}

    public StaffMode(Parts parts, StaffSessions sessions) {
        this.parts = parts;
        this.sessions = sessions;
    }

    /// Staff mode is not open there, or not any more; the terminal leaves it.
    static final class OverException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        OverException() {
            super("staff mode is over here: show the staff card and enter its PIN again");
        }
    }

    StaffPinResult open(StaffPin pin) {
        parts.terminals().requireKiosk(pin.kiosk());
        Optional<String> hash =
                ask(reply -> new SiteInput.StaffPinHashAsked(pin.challenge(), reply));
        boolean right = hash.isPresent() && parts.passwords().matches(pin.pin(), hash.get());
        StaffEntries.Entered entered =
                ask(reply ->
                        new SiteInput.StaffPinCompared(pin.kiosk(), pin.challenge(), right, reply));
        if (entered.outcome() != Outcome.OPENED
                || entered.user() == null
                || entered.lookup() == null) {
            return new StaffPinResult(
                    entered.outcome(), null, null, entered.again(), entered.until());
        }
        String token = sessions.open(pin.kiosk(), entered.user(), entered.lookup());
        return new StaffPinResult(Outcome.OPENED, token, view(), null, null);
    }

    StaffView look(StaffLook look) {
        parts.terminals().requireKiosk(look.kiosk());
        requireAccount(look.kiosk(), look.token(), look.pressed());
        return view();
    }

    StaffOrderResult order(StaffOrder order) {
        parts.terminals().requireKiosk(order.kiosk());
        StaffAccount by = requireAccount(order.kiosk(), order.token(), true);
        Done done =
                ask(reply ->
                        switch (order.act()) {
                            case UNLOCK ->
                                    new SiteInput.DoorUnlockAsked(
                                            by,
                                            order.door(),
                                            Duration.ofMinutes(unlockMinutes()),
                                            reply);
                            case LOCK -> new SiteInput.DoorLockAsked(by, order.door(), reply);
                        });
        return new StaffOrderResult(done.done(), view());
    }

    void end(StaffEnd end) {
        parts.terminals().requireKiosk(end.kiosk());
        sessions.end(end.kiosk(), end.token());
    }

    private StaffAccount requireAccount(String kiosk, String token, boolean pressed) {
        return sessions.find(kiosk, token, pressed)
                .flatMap(this::account)
                .orElseThrow(OverException::new);
    }

    /// The account as it is now, when it may still unlock and its card still counts.
    private Optional<StaffAccount> account(StaffSessions.Session session) {
        RegisterContents register = parts.register().get();
        Credential card = register.credentials().get(session.lookup());
        if (card == null || card.blocked() || isOver(card)) {
            return Optional.empty();
        }
        return Optional.ofNullable(register.staff().get(session.user()))
                .filter(account -> card.person().equals(account.person()))
                .filter(account -> account.may(Capability.UNLOCK));
    }

    /// A lent card opens staff mode until midnight, as it opens doors.
    private boolean isOver(Credential card) {
        Instant until = card.validUntil();
        return until != null && !parts.loop().view().at().isBefore(until);
    }

    private StaffView view() {
        SiteView site = parts.loop().view();
        return new StaffView(site.at(), unlockMinutes(), site.doors(), site.staffRooms());
    }

    private int unlockMinutes() {
        return parts.config().access().staffUnlockMinutes();
    }

    private <T> T ask(Function<CompletableFuture<T>, SiteInput> question) {
        return parts.loop().ask(question).orElseThrow(BusyException::new);
    }
}
