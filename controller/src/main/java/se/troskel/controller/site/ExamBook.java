package se.troskel.controller.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamRulebook;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.exam.ExamFact.OfCandidate;
import se.troskel.controller.exam.ExamLog;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.ExamSnapshot;
import se.troskel.controller.exam.Interruption;
import se.troskel.controller.exam.NoteProblem;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.SeatRights;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.event.EventBody;

/// The exams of the centre: their lists with the rules, and the log of what was noted. A line
/// counts for what is decided next as soon as it is on its way to the journal, and is taken back
/// when the journal refuses it. Owned by the loop's thread.
final class ExamBook {
    private final CentreConfig config;
    private final ExamRulebook rules;
    private final Records records;
    private final Supplier<UUID> ids;
    private final ZoneId zone;
    private ExamLog log = ExamLog.EMPTY;
    private ExamPlan all;
    private ExamPlan near;
    private @Nullable LocalDate nearTo;
    private Set<String> protectedPersons = Set.of();
    private RegisterContents register = RegisterContents.EMPTY;
    private Map<String, Map<String, String>> centres = Map.of();
    private @Nullable Rights rights;

    /// Grows whenever lists or log are others than before.
    private long changes;

    /// Rights with what they were computed from.
    private record Rights(long changes, long minute, SeatRights seats) {}

    ExamBook(CentreConfig config, ExamRulebook rules, Records records, Supplier<UUID> ids) {
        this.config = config;
        this.rules = rules;
        this.records = records;
        this.ids = ids;
        this.zone = config.centre().timeZone();
        this.all = new ExamPlan(List.of(), List.of(), rules, zone);
        this.near = all;
    }

    /// The other centres by name, for those whose registration is there.
    ///
    /// @param names by code and language
    void centres(Map<String, Map<String, String>> names) {
        centres = Map.copyOf(names);
    }

    /// What was noted before a restart.
    void restore(Collection<ExamNote> before) {
        log(ExamLog.of(before));
    }

    void register(RegisterContents contents, Moment now) {
        register = contents;
        ExamLists lists = contents.exams();
        all =
                new ExamPlan(
                        List.copyOf(lists.sittings().values()),
                        List.copyOf(lists.registrations().values()),
                        rules,
                        zone);
        Set<String> candidates =
                all.registrations().stream()
                        .map(Registration::person)
                        .collect(Collectors.toUnmodifiableSet());
        protectedPersons =
                contents.people().values().stream()
                        .filter(Person::protectedIdentity)
                        .map(Person::id)
                        .filter(candidates::contains)
                        .collect(Collectors.toUnmodifiableSet());
        nearTo = null;
        tick(now);
    }

    /// Looks at the sittings of another day once it is another day; at all of them while nobody
    /// knows which day it is.
    void tick(Moment now) {
        LocalDate today =
                now.isClockTrusted() ? LocalDate.ofInstant(now.at(), zone) : LocalDate.EPOCH;
        if (today.equals(nearTo)) {
            return;
        }
        nearTo = today;
        Map<String, Sitting> close =
                all.sittings().stream()
                        .filter(one ->
                                !now.isClockTrusted()
                                        || Math.abs(ChronoUnit.DAYS.between(today, one.day())) <= 1)
                        .collect(Collectors.toMap(Sitting::id, one -> one));
        near =
                new ExamPlan(
                        List.copyOf(close.values()),
                        all.registrations().stream()
                                .filter(one -> close.containsKey(one.sitting()))
                                .toList(),
                        rules,
                        zone);
        changes++;
    }

    /// Whether one of these people has an exam that they may come to now, or any at all while
    /// nobody knows what hour it is.
    boolean isExpected(Set<String> persons, Moment now) {
        ExamDay around = new ExamDay(near, log, Set.of());
        return near.registrations().stream()
                .filter(one -> persons.contains(one.person()))
                .anyMatch(one -> !now.isClockTrusted() || around.isExpected(one, now.at()));
    }

    ZoneId zone() {
        return zone;
    }

    /// Everything that there is, for pages and records.
    ExamDay day() {
        return new ExamDay(all, log, protectedPersons);
    }

    /// The sittings of yesterday, today and tomorrow; all while nobody knows which day it is.
    ExamPlan near() {
        return near;
    }

    private void log(ExamLog now) {
        log = now;
        changes++;
    }

    ExamLog log() {
        return log;
    }

    RegisterContents register() {
        return register;
    }

    /// What a decision may look at.
    ExamSnapshot snapshot(Around around, Moment now) {
        return new ExamSnapshot(
                near,
                config.rooms(),
                log.candidates(),
                log.interruptions(),
                protectedPersons,
                around.counted(),
                around.estimated(),
                centres,
                around.linked(),
                now.isClockTrusted(),
                around.fire());
    }

    /// What of the building an exam's decision looks at.
    record Around(
            Map<String, Integer> counted,
            Map<String, Integer> estimated,
            boolean linked,
            boolean fire) {}

    /// The seats as rights to doors, but for those to whom a person has said no. Computed anew when
    /// something changed, and while an interruption lasts each minute, since it makes the writing
    /// end later.
    SeatRights rights(Instant at) {
        boolean paused = log.interruptions().stream().anyMatch(one -> one.until() == null);
        long minute = paused ? at.getEpochSecond() / 60 : 0;
        Rights known = rights;
        if (known != null && known.changes == changes && known.minute == minute) {
            return known.seats;
        }
        SeatRights seats =
                SeatRights.of(
                        near.rights(log.candidates(), log.interruptions(), at).stream()
                                .filter(one -> log.progress(one.registration()).refusal() == null)
                                .toList());
        rights = new Rights(changes, minute, seats);
        return seats;
    }

    /// Staff wants something noted.
    void asked(SiteInput.ExamAsked in, Moment now) {
        ExamEntry entry = in.entry();
        ExamNote note = note(entry, in.by().user(), now);
        NoteProblem problem = log.problem(note, all);
        if (problem != null) {
            records.reply(in.reply(), new Done(false, "exam.problem." + problem, null));
            return;
        }
        write(
                note,
                now,
                later -> records.reply(in.reply(), done(note)),
                later -> records.reply(in.reply(), notRecorded()));
    }

    private static Done done(ExamNote note) {
        return new Done(true, "exam.noted", note.id().toString());
    }

    private static Done notRecorded() {
        return new Done(false, "journal.refused", null);
    }

    private ExamNote note(ExamEntry entry, String by, Moment now) {
        Instant happened = entry.happened() == null ? now.at() : entry.happened();
        UUID id = entry.id() == null ? ids.get() : entry.id();
        return new ExamNote(id, entry.sitting(), happened, now.at(), by, entry.fact());
    }

    ExamNote noteAt(
            Instant happened, @Nullable String sitting, ExamFact fact, String by, Moment now) {
        return new ExamNote(ids.get(), sitting, happened, now.at(), by, fact);
    }

    @Nullable NoteProblem problem(ExamNote note) {
        return log.problem(note, all);
    }

    /// Puts a line into the log and the journal.
    ///
    /// @param written runs once it is on disk
    /// @param refused runs when the journal does not take it
    void write(ExamNote note, Moment now, Consumer<Moment> written, Consumer<Moment> refused) {
        log(log.with(note));
        records.before(
                now,
                new EventBody.ExamNoted(room(note)),
                ExamLines.local(note, person(note)),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        records.add(new SiteEffect.ViewChanged());
                        written.accept(later);
                    }

                    @Override
                    public void refused(Moment later) {
                        log(log.without(note));
                        records.add(new SiteEffect.ViewChanged());
                        refused.accept(later);
                    }
                });
    }

    /// Those who sit in an exam now, as far as the log knows.
    List<Registration> sitting() {
        return near.registrations().stream()
                .filter(one -> log.progress(one.id()).candidate().stage() == Stage.ADMITTED)
                .toList();
    }

    /// Fire: whoever writes goes out, and may come back; the writing is interrupted.
    void fire(Moment now) {
        List<Interruption> open =
                log.interruptions().stream().filter(one -> one.until() == null).toList();
        for (Sitting sitting : near.sittings()) {
            boolean writing =
                    sitting().stream().anyMatch(one -> one.sitting().equals(sitting.id()));
            boolean paused = open.stream().anyMatch(one -> one.sitting().equals(sitting.id()));
            if (writing && !paused) {
                ExamNote note =
                        noteAt(
                                now.at(),
                                sitting.id(),
                                new ExamFact.Interrupted(InterruptionCause.ALARM),
                                ExamNote.BUILDING,
                                now);
                log(log.with(note));
                records.after(now, new EventBody.ExamNoted(null), ExamLines.local(note, null));
                records.add(new SiteEffect.ViewChanged());
            }
        }
    }

    private @Nullable String person(ExamNote note) {
        Registration one = registration(note);
        return one == null ? null : one.person();
    }

    private @Nullable String room(ExamNote note) {
        if (note.fact() instanceof ExamFact.HelpAsked(String room)) {
            return room;
        }
        Registration one = registration(note);
        return one == null || one.seat() == null ? null : one.seat().room();
    }

    /// Whom a line is about, also where it undoes or signs another.
    private @Nullable Registration registration(ExamNote note) {
        return switch (note.fact()) {
            case OfCandidate fact -> all.registration(fact.registration()).orElse(null);
            case ExamFact.Deviated(String registration, String _) ->
                    registration == null ? null : all.registration(registration).orElse(null);
            case ExamFact.OfNote about -> {
                ExamNote other = log.note(about.note());
                yield other == null || other.fact() instanceof ExamFact.OfNote
                        ? null
                        : registration(other);
            }
            case ExamFact.OfSitting _, ExamFact.CameUnlisted _, ExamFact.HelpAsked _ -> null;
        };
    }
}
