package se.troskel.controller.page;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.desk.ExamRooms;
import se.troskel.controller.exam.Approval;
import se.troskel.controller.exam.Approval.Approver;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamLog;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.ExamSnapshot;
import se.troskel.controller.exam.IdentityApproval;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.exam.ErrandKind;

/// An exam room with thirty seats in memory: the real log and the real decision behind the real
/// desk, a list instead of the site's loop. Two sittings, LTH and SU, begin half an hour after the
/// scene was made. Candidate `c7` has a protected identity, `c31` no seat.
final class ExamRoomScene {
    static final String ROOM = "exam-1";
    static final CentreConfig CONFIG =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    private static final ExamRulebook RULES =
            new ExamRulesLoader()
                    .load(List.of(Path.of("../config/centres/katrineholm")))
                    .rulebook();

    final Map<UUID, String> words = new ConcurrentHashMap<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;
    private final List<Sitting> sittings = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final Map<String, Person> people = new HashMap<>();
    private ExamLog log = ExamLog.EMPTY;
    private long version = 40;

    ExamRoomScene(InstantSource clock) {
        this.clock = clock;
        var start = clock.instant().plus(Duration.ofMinutes(30)).atZone(zone());
        sitting("lth", "LTH", "TDA123", start.toLocalDate(), start.toLocalTime());
        sitting("su", "SU", "DA2005", start.toLocalDate(), start.toLocalTime());
        for (int seat = 1; seat <= 30; seat++) {
            register("c" + seat, seat % 3 == 0 ? "su" : "lth", String.valueOf(seat));
        }
        register("c31", "su", null);
    }

    static java.time.ZoneId zone() {
        return CONFIG.centre().timeZone();
    }

    private void sitting(
            String id, String university, String course, LocalDate day, LocalTime start) {
        sittings.add(
                new Sitting(
                        id,
                        university,
                        course,
                        day,
                        start.withNano(0),
                        240,
                        null,
                        ListState.READY));
    }

    private void register(String id, String sitting, @Nullable String seat) {
        var name = id.equals("c16") ? "Alva Testsson" : "Prov" + id.substring(1) + " Exempelsson";
        people.put(
                "p" + id,
                new Person(
                        "p" + id,
                        name,
                        VisitKind.STUDENT,
                        LocalDate.of(1999, 1, 2),
                        Instant.EPOCH,
                        null,
                        null,
                        id.equals("c7"),
                        false));
        registrations.add(
                new Registration(
                        id,
                        sitting,
                        "p" + id,
                        Status.REGISTERED,
                        seat == null ? null : new Seat(ROOM, seat),
                        null,
                        id.equals("c20") ? new Accommodation(50, false) : Accommodation.NONE,
                        Fee.NONE,
                        id.equals("c7") ? "KX7-22" : null));
    }

    /// Another candidate on the list.
    synchronized void add(String id, String seat) {
        register(id, "lth", seat);
        version++;
        changed();
    }

    ExamRooms desk() {
        return new ExamRooms(
                CONFIG,
                this::contents,
                new ExamRooms.Loop(
                        this::day,
                        this::note,
                        (by, entry) -> Optional.of(approve(by, entry)),
                        (note, _, text) -> {
                            words.put(note, text);
                            return new Done(true, "done", null);
                        },
                        note -> Optional.ofNullable(words.get(note))),
                clock);
    }

    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private synchronized RegisterContents contents() {
        return new RegisterContents(
                version,
                people,
                Map.of(),
                RegisterContents.EMPTY.bookings(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new ExamLists(Map.of(), Map.of(), Map.of()));
    }

    synchronized ExamDay day() {
        return new ExamDay(
                new ExamPlan(sittings, registrations, RULES, zone()), log, Set.of("pc7"));
    }

    /// Notes what happened so long ago, by the terminal or by the building.
    synchronized UUID happened(Duration ago, @Nullable String sitting, ExamFact fact) {
        var at = clock.instant().minus(ago);
        var note = new ExamNote(UUID.randomUUID(), sitting, at, at, "K1", fact);
        log = log.with(note);
        changed();
        return note.id();
    }

    /// The candidate came to the terminal.
    UUID arrives(String id, InvigilatorTask task, Duration ago) {
        return happened(
                ago,
                sittingOf(id),
                new ExamFact.Arrived(
                        id,
                        ExamReason.PRE_OK,
                        task,
                        task == InvigilatorTask.COMPARE_FACE
                                ? DocumentType.SWEDISH_DRIVING_LICENCE
                                : null,
                        IdentityMatch.EXACT,
                        null));
    }

    UUID admitted(String id, int late, Duration ago) {
        return happened(
                ago,
                sittingOf(id),
                new ExamFact.Admitted(
                        id, DocumentType.SWEDISH_PASSPORT, null, null, null, late, false));
    }

    void out(String id, Duration ago) {
        happened(ago, sittingOf(id), new ExamFact.WentOut(id, ErrandKind.RESTROOM, null));
    }

    synchronized String sittingOf(String id) {
        return day().plan().registration(id).orElseThrow().sitting();
    }

    synchronized ExamLog log() {
        return log;
    }

    private synchronized Done note(StaffAccount by, ExamEntry entry) {
        var now = clock.instant();
        var note =
                new ExamNote(
                        Objects.requireNonNullElseGet(entry.id(), UUID::randomUUID),
                        entry.sitting(),
                        entry.happened() == null ? now : entry.happened(),
                        now,
                        by.user(),
                        entry.fact());
        var problem = log.problem(note, day().plan());
        if (problem != null) {
            return new Done(false, "exam.problem." + problem, null);
        }
        log = log.with(note);
        changed();
        return new Done(true, "exam.noted", note.id().toString());
    }

    private synchronized ExamDecision approve(StaffAccount by, ApprovalEntry entry) {
        var at = entry.happened() == null ? clock.instant() : entry.happened();
        var day = day();
        var decision =
                IdentityApproval.decide(
                        new ExamSnapshot(
                                day.plan(),
                                CONFIG.rooms(),
                                log.candidates(),
                                log.interruptions(),
                                day.protectedPersons(),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                true,
                                true,
                                false),
                        new Approval(
                                entry.registration(),
                                entry.approved(),
                                entry.document() != null,
                                entry.reason(),
                                List.of(
                                        new Approver(
                                                by.user(),
                                                by.may(Capability.ADMINISTER),
                                                entry.remote()))),
                        at);
        if (decision.reason() == ExamReason.ADMITTED) {
            note(
                    by,
                    new ExamEntry(
                            sittingOf(entry.registration()),
                            entry.happened(),
                            new ExamFact.Admitted(
                                    entry.registration(),
                                    entry.document(),
                                    null,
                                    entry.document() == null ? entry.reason() : null,
                                    null,
                                    decision.lateMinutes(),
                                    decision.rules().contains("exception.countersign"))));
        } else if (decision.reason() == ExamReason.ID_REJECTED && entry.reason() != null) {
            note(
                    by,
                    new ExamEntry(
                            sittingOf(entry.registration()),
                            entry.happened(),
                            new ExamFact.Rejected(entry.registration(), entry.reason())));
        }
        return decision;
    }
}
