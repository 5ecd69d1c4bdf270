package se.troskel.controller.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRules;
import se.troskel.config.Room;
import se.troskel.controller.intake.BookingsIntake;
import se.troskel.controller.intake.CardColumn;
import se.troskel.controller.intake.HeadCountsIntake;
import se.troskel.controller.intake.IntakeContext;
import se.troskel.controller.intake.ParkedRowsFile;
import se.troskel.controller.intake.PeopleIntake;
import se.troskel.controller.intake.Preview;
import se.troskel.controller.intake.RowProblem;
import se.troskel.controller.intake.SittingsIntake;
import se.troskel.controller.intake.UnreadableTableException;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.StaffDesk.BadRow;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.page.StaffDesk.ImportPreview;
import se.troskel.controller.page.StaffDesk.UnknownUniversities;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.ImportDone;
import se.troskel.controller.register.ParkedRow;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.event.RegisterEditKind;

/// Lists of people, sittings, bookings and head counts: previewed, then the good rows taken and the
/// bad ones parked, or taken back. Thread-safe; blocks on disk.
public final class Imports {
    private static final int REMEMBERED = 8;

    private final CentreConfig config;
    private final ExamRulebook rules;
    private final Register register;
    private final Lookup lookup;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Predicate<String> hasArrived;
    private final String language;
    private final Map<String, Read> previews =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// A preview with the lists that it was compared with.
    private record Read(Preview preview, ExamLists lists) {}

    /// @param hasArrived whether the candidate with this registration has come to the exam; no list
    ///   changes anything of them. Called on any thread
    public Imports(
            CentreConfig config,
            ExamRulebook rules,
            Register register,
            Lookup lookup,
            SecureRandom random,
            InstantSource clock,
            Predicate<String> hasArrived) {
        this.config = config;
        this.rules = rules;
        this.register = register;
        this.lookup = lookup;
        this.random = random;
        this.clock = clock;
        this.hasArrived = hasArrived;
        this.language = config.centre().languages().getFirst();
    }

    /// Reads a file without changing anything. A file that is no table gives one bad row that says
    /// why.
    ImportPreview preview(ImportKind kind, byte[] file) {
        try {
            ExamLists lists = register.contents().exams();
            Preview preview = read(kind, file);
            String id = UUID.randomUUID().toString();
            synchronized (previews) {
                previews.put(id, new Read(preview, lists));
            }
            return shown(id, kind, preview);
        } catch (UnreadableTableException e) {
            BadRow why = new BadRow(1, null, sentence(String.valueOf(e.getMessage())));
            return new ImportPreview(
                    "",
                    kind,
                    0,
                    0,
                    0,
                    0,
                    List.of(why),
                    "UTF-8",
                    ';',
                    null,
                    UnknownUniversities.NONE);
        }
    }

    /// Takes the good rows of a preview and parks the bad ones; empty when the preview is gone, or
    /// is one of sittings and something of them is other than it was then.
    ///
    /// @throws CandidateArrivedException when it would change something of somebody who has come
    ///   since
    Optional<RegisterChanges> apply(String id) {
        Read read;
        synchronized (previews) {
            read = previews.remove(id);
        }
        if (read == null || isOutdated(read)) {
            return Optional.empty();
        }
        Preview preview = read.preview();
        requireNobodyHasArrived(touched(preview.edit()));
        register.edit(preview.edit());
        int rows = preview.added() + preview.changed();
        return Optional.of(
                switch (preview.edit()) {
                    case RegisterEdit.ImportPeople _, RegisterEdit.ImportExams _ ->
                            new RegisterChanges(RegisterEditKind.IMPORT, rows, 0);
                    default -> new RegisterChanges(RegisterEditKind.BOOKINGS, 0, 0);
                });
    }

    private boolean isOutdated(Read read) {
        ExamLists now = register.contents().exams();
        return read.preview().edit() instanceof RegisterEdit.ImportExams
                && !(read.lists().sittings().equals(now.sittings())
                        && read.lists().registrations().equals(now.registrations())
                        && read.lists().numbers().equals(now.numbers()));
    }

    /// Takes back the last import of people or sittings; empty when there is none.
    ///
    /// @throws CandidateArrivedException when it would change something of somebody who has come
    /// @throws CandidateEditedException when a candidate was edited by hand since
    Optional<RegisterChanges> undo() {
        if (register.latestDone().map(ImportDone::byHand).isPresent()) {
            throw new CandidateEditedException();
        }
        requireNobodyHasArrived(register.latestImportCandidates());
        return register.latestImport()
                .map(id -> {
                    int before = register.contents().people().size();
                    int after = register.edit(new RegisterEdit.UndoImport(id)).people().size();
                    return new RegisterChanges(RegisterEditKind.IMPORT_UNDONE, before - after, 0);
                });
    }

    /// The rows that earlier imports could not take, as a file for a spreadsheet; empty for none.
    String parkedRows() {
        List<ParkedRow> parked = register.parked();
        return parked.isEmpty() ? "" : ParkedRowsFile.write(parked, language);
    }

    private void requireNobodyHasArrived(Set<String> registrations) {
        if (registrations.stream().anyMatch(hasArrived)) {
            throw new CandidateArrivedException();
        }
    }

    private static Set<String> touched(RegisterEdit edit) {
        return edit instanceof RegisterEdit.ImportExams exams
                ? exams.lists().registrations().keySet()
                : Set.of();
    }

    private Preview read(ImportKind kind, byte[] file) {
        IntakeContext context =
                new IntakeContext(
                        register.contents(),
                        register.personKeys(),
                        lookup,
                        config.centre().timeZone(),
                        clock.instant(),
                        random);
        return switch (kind) {
            case PEOPLE -> PeopleIntake.preview(file, context, null);
            case BOOKINGS -> BookingsIntake.preview(file, context, rooms(), null);
            case SITTINGS -> SittingsIntake.preview(file, context, rooms(), hasArrived);
            case HEAD_COUNTS -> HeadCountsIntake.preview(file, context.register(), rooms());
        };
    }

    private ImportPreview shown(String id, ImportKind kind, Preview preview) {
        List<BadRow> bad =
                preview.bad().stream()
                        .map(row -> new BadRow(row.line(), row.column(), sentence(row.problem())))
                        .toList();
        return new ImportPreview(
                id,
                kind,
                preview.added(),
                preview.changed(),
                preview.unchanged(),
                preview.gone(),
                bad,
                preview.charset(),
                preview.separator(),
                format(preview.cards()),
                unknown(preview.edit()));
    }

    /// A university without rules has the defaults; most likely its code was mistyped.
    private UnknownUniversities unknown(RegisterEdit edit) {
        if (!(edit instanceof RegisterEdit.ImportExams exams)) {
            return UnknownUniversities.NONE;
        }
        List<String> known = rules.universities().stream().map(ExamRules::code).sorted().toList();
        List<String> unknown =
                exams.lists().sittings().values().stream()
                        .map(Sitting::university)
                        .filter(code -> !known.contains(code))
                        .distinct()
                        .sorted()
                        .toList();
        return unknown.isEmpty()
                ? UnknownUniversities.NONE
                : new UnknownUniversities(unknown, known);
    }

    private static @Nullable String format(@Nullable CardColumn cards) {
        return cards == null ? null : cards.format().name();
    }

    private Map<String, String> rooms() {
        Map<String, String> rooms = new HashMap<>();
        for (Room room : config.rooms()) {
            rooms.put(room.id().toLowerCase(Locale.ROOT), room.id());
            rooms.put(room.name().toLowerCase(Locale.ROOT), room.id());
        }
        return rooms;
    }

    private String sentence(String problem) {
        for (RowProblem known : RowProblem.values()) {
            if (known.name().equals(problem)) {
                return known.sentence(language);
            }
        }
        return UnreadableFile.sentence(problem, language);
    }
}
