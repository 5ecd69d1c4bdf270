package se.troskel.controller.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.keys.EasyPins;
import se.troskel.controller.site.ClaimReader;
import se.troskel.controller.site.Enrolments.Candidate;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.EnrolmentPinResult.Outcome;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.VisitRequest;

/// What the terminals ask of the centre. Thread-safe; every method may block for a few seconds, so
/// call it on a thread of its own. Cryptography happens here, never on the loop.
public final class KioskDesk {
    private final CentreConfig config;
    private final SiteLoop loop;
    private final ClaimReader claims;
    private final Argon2Passwords passwords;
    private final NewStudents newStudents;
    private final KioskViews views;

    /// The latest follower of each terminal, by the action that ends it. The only place that knows
    /// which terminals are there; the loop is told under its lock, in the same order.
    private final Map<String, Runnable> following = new HashMap<>();

    public KioskDesk(
            CentreConfig config,
            SiteLoop loop,
            ClaimReader claims,
            Argon2Passwords passwords,
            NewStudents newStudents) {
        this.config = config;
        this.loop = loop;
        this.claims = claims;
        this.passwords = passwords;
        this.newStudents = newStudents;
        this.views = new KioskViews(config);
    }

    /// Puts a new student with card and PIN hash into the register; blocks.
    public interface NewStudents {
        void enrol(Candidate candidate, String pinHash);
    }

    /// The loop has too much to do; the terminal tries again by itself.
    static final class BusyException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("the controller is busy; send the same message again");
        }
    }

    /// A terminal that is not in the configuration.
    static final class UnknownKioskException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        UnknownKioskException(String message) {
            super(message);
        }
    }

    Answer present(Presentation presentation) {
        requireKiosk(presentation.kiosk());
        var claim = claims.claim(presentation.medium(), presentation.value());
        return ask(reply -> new SiteInput.Presented(presentation, claim, reply));
    }

    Answer pin(PinEntry entry) {
        requireKiosk(entry.kiosk());
        Optional<String> hash =
                ask(reply -> new SiteInput.PinHashAsked(entry.kiosk(), entry.challenge(), reply));
        boolean right = hash.isPresent() && passwords.matches(entry.pin(), hash.get());
        return ask(
                reply -> new SiteInput.PinCompared(entry.kiosk(), entry.challenge(), right, reply));
    }

    Answer visit(VisitRequest visit) {
        requireKiosk(visit.kiosk());
        return ask(reply -> new SiteInput.VisitAsked(visit, reply));
    }

    Answer exam(ExamChoice choice) {
        requireKiosk(choice.kiosk());
        return ask(reply -> new SiteInput.ExamChosen(choice, reply));
    }

    void purpose(PurposeChoice choice) {
        requireKiosk(choice.kiosk());
        offer(new SiteInput.PurposeChosen(choice));
    }

    EnrolmentPinResult enrolmentPin(EnrolmentPin chosen) {
        requireKiosk(chosen.kiosk());
        Optional<Candidate> candidate =
                ask(reply ->
                        new SiteInput.EnrolmentAsked(chosen.kiosk(), chosen.enrolment(), reply));
        if (candidate.isEmpty()) {
            return new EnrolmentPinResult(Outcome.GONE);
        }
        if (EasyPins.isTooEasy(chosen.pin(), candidate.get().born())) {
            return new EnrolmentPinResult(Outcome.TOO_EASY);
        }
        newStudents.enrol(candidate.get(), passwords.hash(chosen.pin()));
        offer(new SiteInput.EnrolmentStored(chosen.enrolment()));
        return new EnrolmentPinResult(Outcome.ACCEPTED);
    }

    KioskView view(String kiosk) {
        requireKiosk(kiosk);
        return views.of(loop.view(), kiosk);
    }

    /// Tells the loop that the terminal is there, and calls `listener` after each change until the
    /// returned action runs.
    Runnable onView(String kiosk, Consumer<KioskView> listener) {
        requireKiosk(kiosk);
        Runnable stop = loop.onView(site -> listener.accept(views.of(site, kiosk)));
        synchronized (following) {
            if (following.put(kiosk, stop) != null) {
                // a terminal follows once: its line before is dead, though not noticed yet
                offer(new SiteInput.TerminalSeen(kiosk, false));
            }
            offer(new SiteInput.TerminalSeen(kiosk, true));
        }
        return () -> {
            stop.run();
            synchronized (following) {
                if (following.remove(kiosk, stop)) {
                    offer(new SiteInput.TerminalSeen(kiosk, false));
                }
            }
        };
    }

    void requireKiosk(String kiosk) {
        boolean known =
                config.device(kiosk)
                        .filter(device -> device.kind() == Device.Kind.KIOSK)
                        .isPresent();
        if (!known) {
            throw new UnknownKioskException(
                    "no terminal of that id in centre.yaml: give it a device of kind KIOSK");
        }
    }

    private void offer(SiteInput input) {
        if (!loop.offer(input)) {
            throw new BusyException();
        }
    }

    private <T> T ask(Function<CompletableFuture<T>, SiteInput> question) {
        return loop.ask(question).orElseThrow(BusyException::new);
    }
}
