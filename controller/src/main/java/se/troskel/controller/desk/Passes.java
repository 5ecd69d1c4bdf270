package se.troskel.controller.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.keys.EasyPins;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.PassDesk;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.controller.ticket.PassCode;
import se.troskel.controller.ticket.TicketPicture;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.decision.ShortCode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;

/// Makes and ends day passes. The name stands in the register alone; code and PIN are kept only as
/// hashes, the PIN's by Argon2id. Thread-safe; blocks on disk.
public final class Passes implements PassDesk {
    private static final Logger LOG = LoggerFactory.getLogger(Passes.class);
    private static final int ID_BYTES = 12;
    private static final int PIN_LENGTH = 6;
    private static final int TEN = 10;
    private static final Done BUSY = new Done(false, "desk.slow", null);

    private final Parts parts;

    /// What it works with.
    ///
    /// @param random has to be a secure one
    public record Parts(
            CentreConfig config,
            Register register,
            SiteLoop loop,
            Lookup lookup,
            Argon2Passwords passwords,
            SecureRandom random,
            InstantSource wall) {}

    public Passes(Parts parts) {
        this.parts = parts;
    }

    @Override
    public List<Place> places() {
        CentreConfig config = parts.config();
        return Stream.concat(
                        config.rooms().stream()
                                .filter(room ->
                                        config.doors().stream()
                                                .anyMatch(door -> room.id().equals(door.room())))
                                .map(room -> new Place(room.id(), room.name(), true)),
                        config.doors().stream()
                                .filter(door -> door.room() == null)
                                .map(door -> new Place(door.id(), door.name(), false)))
                .toList();
    }

    @Override
    public List<Pass> passes() {
        RegisterContents contents = parts.register().contents();
        Instant now = parts.wall().instant();
        return contents.passes().values().stream()
                .filter(pass -> now.isBefore(pass.until()))
                .sorted(Comparator.comparing(DayPass::until).thenComparing(DayPass::person))
                .map(pass -> shown(pass, contents))
                .toList();
    }

    private Pass shown(DayPass pass, RegisterContents contents) {
        Person holder = contents.people().get(pass.person());
        Credential credential = contents.credentials().get(pass.lookup());
        CentreConfig config = parts.config();
        return new Pass(
                pass.person(),
                holder == null ? "–" : holder.name(),
                Stream.concat(
                                pass.rooms().stream()
                                        .flatMap(id -> config.room(id).stream())
                                        .map(Room::name),
                                pass.doors().stream()
                                        .flatMap(id -> config.door(id).stream())
                                        .map(Door::name))
                        .sorted()
                        .toList(),
                pass.from(),
                pass.until(),
                credential == null || credential.blocked());
    }

    /// Recorded before it works.
    @Override
    public Optional<Printed> make(StaffAccount by, Order order) {
        if (!did(by, new EventBody.StaffActed(StaffAction.PASS_MADE, null, null, null)).done()) {
            return Optional.empty();
        }
        String secret = PassCode.random(parts.random());
        String shortCode = ShortCode.random(parts.random());
        String pin = pin();
        Instant from = order.from().truncatedTo(ChronoUnit.SECONDS);
        Person holder =
                new Person(
                        randomId(),
                        order.name(),
                        VisitKind.WORKER,
                        null,
                        from,
                        order.until(),
                        null,
                        false,
                        false);
        DayPass pass =
                new DayPass(
                        parts.lookup().dayPass(secret),
                        holder.id(),
                        parts.lookup().shortCode(shortCode),
                        order.rooms(),
                        order.doors(),
                        from,
                        order.until());
        Credential credential =
                new Credential(
                        pass.lookup(),
                        holder.id(),
                        parts.passwords().hash(pin),
                        order.until(),
                        false);
        try {
            RegisterContents contents =
                    parts.register().edit(new RegisterEdit.IssuePass(holder, credential, pass));
            Done edited = did(by, new EventBody.RegisterEdited(RegisterEditKind.DAY_PASS, 1, 1));
            return edited.done()
                    ? Optional.of(
                            new Printed(
                                    shown(pass, contents),
                                    ShortCode.grouped(shortCode),
                                    pin,
                                    new TicketPicture(PassCode.text(secret)).svg()))
                    : Optional.empty();
        } catch (AccessSystemException e) {
            LOG.error("A day pass was not made: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// It counts as ended as soon as the loop has heard of it, whatever becomes of the register.
    @Override
    public Done end(StaffAccount by, String id) {
        DayPass pass =
                parts.register().contents().passes().values().stream()
                        .filter(one -> one.person().equals(id))
                        .findFirst()
                        .orElse(null);
        if (pass == null) {
            return new Done(false, "pass.gone", null);
        }
        Done blocked = ask(reply -> new SiteInput.CardBlockAsked(by, pass.lookup(), true, reply));
        if (!blocked.done()) {
            return blocked;
        }
        Done ended = did(by, new EventBody.StaffActed(StaffAction.PASS_ENDED, null, null, null));
        try {
            parts.register().edit(new RegisterEdit.BlockCard(pass.lookup(), true));
            return ended.done() ? new Done(true, "pass.ended", null) : ended;
        } catch (AccessSystemException e) {
            LOG.error("That a day pass ended is not in the register: {}", e.getMessage());
            return new Done(false, "register.refused", null);
        }
    }

    private String pin() {
        String pin;
        do {
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < PIN_LENGTH; i++) {
                digits.append(parts.random().nextInt(TEN));
            }
            pin = digits.toString();
        } while (EasyPins.isTooEasy(pin, null));
        return pin;
    }

    private String randomId() {
        byte[] id = new byte[ID_BYTES];
        parts.random().nextBytes(id);
        return "p" + HexFormat.of().formatHex(id);
    }

    private Done did(StaffAccount by, EventBody what) {
        return ask(reply -> new SiteInput.StaffDid(by, what, reply));
    }

    private Done ask(Function<CompletableFuture<Done>, SiteInput> question) {
        return parts.loop().ask(question).orElse(BUSY);
    }
}
