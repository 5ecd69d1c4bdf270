package se.troskel.controller.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.controller.desk.CandidatePerson.Found;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.CandidateDesk;
import se.troskel.controller.register.CandidateChange;
import se.troskel.controller.register.CandidateChange.Source;
import se.troskel.controller.register.EditRefusedException;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.ImportDone;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.RegisterEdit.Dropped;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.Ids;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;

/// Edits of one candidate, each with its source. Nobody who has come is taken off a list, and no
/// seat is given twice. Thread-safe; blocks on disk.
public final class Candidates implements CandidateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);
    private static final Done BUSY = new Done(false, "desk.slow", null);
    private static final Done UNCHANGED = new Done(true, "candidate.unchanged", null);
    private static final int PERCENT_MAX = 200;
    private static final int TEXT_LENGTH_MAX = 40;
    private static final int SEAT_LENGTH_MAX = 10;

    private final Parts parts;
    private final CandidateLists coming;

    /// One edit at a time: each is compared with what the one before left.
    private final Object editing = new Object();

    /// What it works with.
    ///
    /// @param hasArrived whether something was noted of the candidate with this registration.
    ///   Called on any thread
    public record Parts(
            CentreConfig config,
            Register register,
            SiteLoop loop,
            Lookup lookup,
            SecureRandom random,
            InstantSource wall,
            Predicate<String> hasArrived) {}

    public Candidates(Parts parts) {
        this.parts = parts;
        this.coming = new CandidateLists(parts);
    }

    @Override
    public Optional<Listed> sitting(String id) {
        return coming.sitting(id);
    }

    @Override
    public Optional<Known> candidate(String registration) {
        return coming.candidate(registration);
    }

    @Override
    public List<Place> rooms() {
        return coming.rooms();
    }

    @Override
    public Optional<Latest> latest() {
        return coming.latest();
    }

    @Override
    public Done add(StaffAccount by, Source source, Typed typed) {
        return edit(() -> {
            RegisterContents contents = parts.register().contents();
            Sitting sitting = requireComing(typed.sitting(), contents.exams());
            Found found = coming.people(contents).added(typed.who(), sitting);
            Registration now =
                    new Registration(
                            RandomId.next(parts.random()),
                            sitting.id(),
                            found.person().id(),
                            Status.REGISTERED,
                            seat(typed.where()),
                            centre(typed.where()),
                            rights(typed.rights()),
                            typed.rights().isPaid() ? Fee.PAID : Fee.NONE,
                            reference(typed.who()));
            requirePlace(now, sitting, contents.exams());
            return put(now, found, new Why(by, source), "candidate.added");
        });
    }

    @Override
    public Done change(StaffAccount by, Source source, String registration, Typed typed) {
        return edit(() -> {
            RegisterContents contents = parts.register().contents();
            ExamLists lists = contents.exams();
            Registration before = requireRegistration(registration, lists);
            Sitting from = requireComing(before.sitting(), lists);
            Sitting to = requireComing(typed.sitting(), lists);
            Person person = contents.people().get(before.person());
            if (person == null || !to.university().equals(from.university())) {
                throw new CandidateRefusedException("candidate.gone");
            }
            Found found = coming.people(contents).corrected(before, person, typed.who(), to);
            Registration now =
                    new Registration(
                            before.id(),
                            to.id(),
                            found.person().id(),
                            before.status(),
                            seat(typed.where()),
                            centre(typed.where()),
                            rights(typed.rights()),
                            fee(before.fee(), typed.rights()),
                            reference(typed.who()));
            boolean isTakenOff =
                    !to.equals(from)
                            || (now.centre() != null && !now.centre().equals(before.centre()));
            if (isTakenOff) {
                requireNotArrived(before);
            }
            requirePlace(now, to, lists);
            if (now.equals(before)
                    && found.people().isEmpty()
                    && lists.numbers().entrySet().containsAll(found.numbers().entrySet())) {
                return UNCHANGED;
            }
            return put(now, found, new Why(by, source), "candidate.changed");
        });
    }

    @Override
    public Done cancel(StaffAccount by, Source source, String registration, boolean cancelled) {
        return edit(() -> {
            ExamLists lists = parts.register().contents().exams();
            Registration before = requireRegistration(registration, lists);
            Sitting sitting = requireComing(before.sitting(), lists);
            Registration now = before.withStatus(cancelled ? Status.CANCELLED : Status.REGISTERED);
            if (now.equals(before)) {
                return UNCHANGED;
            }
            if (cancelled) {
                requireNotArrived(before);
            }
            requirePlace(now, sitting, lists);
            return store(
                    new RegisterEdit.EditCandidate(
                            RandomId.next(parts.random()),
                            List.of(),
                            new ExamLists(Map.of(), Map.of(now.id(), now), Map.of()),
                            Dropped.NOTHING,
                            change(new Why(by, source))),
                    by,
                    Map.of("source", source.name()),
                    cancelled ? "candidate.cancelled" : "candidate.restored");
        });
    }

    @Override
    public Done undo(StaffAccount by, String edit) {
        return edit(() -> {
            ImportDone done =
                    parts.register()
                            .latestDone()
                            .filter(latest -> latest.byHand() != null && latest.id().equals(edit))
                            .orElseThrow(
                                    () -> new CandidateRefusedException("candidate.undo-gone"));
            ImportDone.ExamChange change = done.exams();
            if (change != null) {
                change.after()
                        .registrations()
                        .values()
                        .forEach(now -> requireStays(now, change.before()));
            }
            return store(
                    new RegisterEdit.UndoImport(edit),
                    by,
                    Map.of("undone", "true"),
                    "candidate.undone");
        });
    }

    /// What is taken back must not take anybody off a list who has come since.
    private void requireStays(Registration now, ExamLists before) {
        Registration then = before.registrations().get(now.id());
        boolean stays =
                then != null
                        && then.sitting().equals(now.sitting())
                        && (then.status() == Status.REGISTERED || now.status() == Status.CANCELLED)
                        && (then.centre() == null || now.centre() != null);
        if (!stays) {
            requireNotArrived(now);
        }
    }

    /// Who edits, and whom they have it from.
    private record Why(StaffAccount by, Source source) {}

    private Done put(Registration now, Found found, Why why, String key) {
        return store(
                new RegisterEdit.EditCandidate(
                        RandomId.next(parts.random()),
                        found.people(),
                        new ExamLists(Map.of(), Map.of(now.id(), now), found.numbers()),
                        found.dropped(),
                        change(why)),
                why.by(),
                Map.of("source", why.source().name()),
                key);
    }

    private CandidateChange change(Why why) {
        return new CandidateChange(why.source(), why.by().user(), parts.wall().instant());
    }

    private Done store(RegisterEdit edit, StaffAccount by, Map<String, String> facts, String key) {
        parts.register().edit(edit);
        Done edited =
                did(by, new EventBody.RegisterEdited(RegisterEditKind.CANDIDATE, 1, 0), facts);
        Done acted =
                edited.done()
                        ? did(
                                by,
                                new EventBody.StaffActed(
                                        StaffAction.CANDIDATE_EDITED, null, null, null),
                                facts)
                        : edited;
        return acted.done() ? new Done(true, key, null) : acted;
    }

    private Done did(StaffAccount by, EventBody what, Map<String, String> facts) {
        return parts.loop()
                .ask((CompletableFuture<Done> reply) ->
                        new SiteInput.StaffDid(by, what, facts, reply))
                .orElse(BUSY);
    }

    private Done edit(Supplier<Done> edit) {
        synchronized (editing) {
            try {
                return edit.get();
            } catch (CandidateRefusedException e) {
                return new Done(false, String.valueOf(e.getMessage()), null);
            } catch (EditRefusedException e) {
                return new Done(false, "candidate.again", null);
            } catch (AccessSystemException e) {
                LOG.error("A candidate was not edited: {}", e.getMessage());
                return new Done(false, "register.refused", null);
            }
        }
    }

    /// Nobody is on one list twice, and nobody sits where somebody else does.
    private static void requirePlace(Registration now, Sitting sitting, ExamLists lists) {
        List<Registration> others =
                lists.registrations().values().stream()
                        .filter(other -> !other.id().equals(now.id()))
                        .toList();
        boolean isListed =
                others.stream()
                        .anyMatch(other ->
                                other.sitting().equals(now.sitting())
                                        && other.person().equals(now.person()));
        if (isListed) {
            throw new CandidateRefusedException("candidate.listed");
        }
        if (lists.isSeatTaken(now, sitting, others)) {
            throw new CandidateRefusedException("candidate.seat-taken");
        }
    }

    private void requireNotArrived(Registration one) {
        if (parts.hasArrived().test(one.id())) {
            throw new CandidateRefusedException("candidate.arrived");
        }
    }

    private @Nullable Seat seat(Where where) {
        if (where.seat().length() > SEAT_LENGTH_MAX) {
            throw new CandidateRefusedException("candidate.seat");
        }
        if (where.room().isEmpty()) {
            if (!where.seat().isEmpty()) {
                throw new CandidateRefusedException("candidate.room");
            }
            return null;
        }
        if (parts.config().room(where.room()).isEmpty()) {
            throw new CandidateRefusedException("candidate.room");
        }
        return new Seat(where.room(), where.seat().isEmpty() ? null : where.seat());
    }

    private @Nullable String centre(Where where) {
        if (where.centre().isEmpty() || where.centre().equals(parts.config().centre().code())) {
            return null;
        }
        if (!Ids.isId(where.centre())) {
            throw new CandidateRefusedException("candidate.centre");
        }
        return where.centre();
    }

    private static Accommodation rights(Rights rights) {
        if (rights.extraPercent() < 0 || rights.extraPercent() > PERCENT_MAX) {
            throw new CandidateRefusedException("candidate.percent");
        }
        return new Accommodation(rights.extraPercent(), rights.smallRoom());
    }

    /// What has to be paid no more is said by paying only.
    private static Fee fee(Fee before, Rights rights) {
        if (rights.isPaid()) {
            return Fee.PAID;
        }
        return before == Fee.PAID ? Fee.DUE : before;
    }

    private static @Nullable String reference(Who who) {
        if (who.reference().length() > TEXT_LENGTH_MAX) {
            throw new CandidateRefusedException("candidate.reference");
        }
        return who.reference().isEmpty() ? null : who.reference();
    }

    private static Registration requireRegistration(String id, ExamLists lists) {
        Registration one = lists.registrations().get(id);
        if (one == null) {
            throw new CandidateRefusedException("candidate.gone");
        }
        return one;
    }

    private Sitting requireComing(String id, ExamLists lists) {
        return coming.coming(id, lists)
                .orElseThrow(() -> new CandidateRefusedException("candidate.gone"));
    }
}
