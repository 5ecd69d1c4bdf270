package se.troskel.controller.desk;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.ExamRulebook;
import se.troskel.config.Room;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamLog;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.RecordGap;
import se.troskel.controller.exam.RecordSources;
import se.troskel.controller.exam.RecordSources.Stamp;
import se.troskel.controller.exam.SittingRecord;
import se.troskel.controller.examrecord.ExamProtocolFile;
import se.troskel.controller.examrecord.ExamRecordFolder;
import se.troskel.controller.page.ExamRecordDesk;
import se.troskel.controller.page.ExamRecordWords;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.seal.SealedText;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.exam.ExamProtocol;

/// Makes exam records of what was noted and signs them. A correction is noted first and then a
/// further record made, which names the one that it adds to. Thread-safe; blocks on disk.
public final class ExamRecords implements ExamRecordDesk {
    /// How long ago a sitting was that a record can still be made of.
    static final int DAYS = 14;

    private static final Logger LOG = LoggerFactory.getLogger(ExamRecords.class);
    private static final Done BUSY = new Done(false, "desk.slow", null);

    private final Parts parts;
    private final ZoneId zone;

    /// What it works with.
    ///
    /// @param log what was noted of exams, as it is now
    /// @param ids of new records
    public record Parts(
            CentreConfig config,
            Register register,
            ExamRulebook rules,
            Supplier<ExamLog> log,
            SiteLoop loop,
            ExamRecordFolder folder,
            InstantSource wall,
            Supplier<UUID> ids) {}

    public ExamRecords(Parts parts) {
        this.parts = parts;
        this.zone = parts.config().centre().timeZone();
    }

    @Override
    public List<SittingLine> sittings() {
        RecordSources sources = sources();
        return sources.day().plan().sittings().stream()
                .map(sitting -> line(sources, sitting))
                .sorted(
                        Comparator.comparing(SittingLine::start)
                                .reversed()
                                .thenComparing(SittingLine::university)
                                .thenComparing(SittingLine::course))
                .toList();
    }

    private SittingLine line(RecordSources sources, Sitting sitting) {
        Optional<Filed> latest = latest(sitting);
        return new SittingLine(
                sitting.id(),
                sitting.university(),
                sitting.course(),
                sitting.exam(),
                sources.day().plan().times(sitting).start(),
                RecordGap.of(sources.day(), sitting.id()),
                parts.folder().records(sitting),
                latest.isPresent()
                        && SittingRecord.of(sources, sitting.id(), stamp(latest))
                                .filter(now -> !isSame(now, latest.get().protocol()))
                                .isPresent());
    }

    /// One at a time, so that no two records add to the same one.
    @Override
    public synchronized Done make(StaffAccount by, String sitting) {
        RecordSources sources = sources();
        Sitting found = sources.day().plan().sitting(sitting).orElse(null);
        if (found == null) {
            return new Done(false, "examrecord.no-sitting", null);
        }
        Optional<Filed> latest = latest(found);
        ExamProtocol made = SittingRecord.of(sources, sitting, stamp(latest)).orElse(null);
        if (made == null) {
            return new Done(false, "examrecord.nobody", null);
        }
        if (latest.isPresent() && isSame(made, latest.get().protocol())) {
            return new Done(true, "examrecord.unchanged", latest.get().id());
        }
        EventBody what = new EventBody.StaffActed(StaffAction.EXAM_RECORD_MADE, null, null, null);
        Optional<Done> asked = parts.loop().ask(reply -> new SiteInput.StaffDid(by, what, reply));
        Done recorded = asked.orElse(BUSY);
        if (!recorded.done()) {
            return recorded;
        }
        try {
            return new Done(true, "examrecord.made", parts.folder().file(found, made));
        } catch (UncheckedIOException e) {
            LOG.error("An exam record was not made", e);
            return new Done(false, "examrecord.disk", null);
        }
    }

    private Stamp stamp(Optional<Filed> latest) {
        return new Stamp(
                parts.ids().get(),
                latest.map(filed -> filed.protocol().id()).orElse(null),
                parts.wall().instant());
    }

    /// Whether both say the same, whenever they were made.
    private static boolean isSame(ExamProtocol one, ExamProtocol other) {
        return new ExamProtocol(
                        other.id(),
                        other.adds(),
                        other.made(),
                        one.centre(),
                        one.sitting(),
                        one.candidates(),
                        one.deviations(),
                        one.papers(),
                        one.interruptions(),
                        one.invigilators())
                .equals(other);
    }

    /// The newest record that can be read and is as it was signed.
    private Optional<Filed> latest(Sitting sitting) {
        return parts.folder().records(sitting).reversed().stream()
                .flatMap(id -> filed(id).stream())
                .filter(filed -> filed.sealed().isIntact())
                .findFirst();
    }

    @Override
    public Optional<Filed> filed(String id) {
        return file(id).map(SealedText::of)
                .flatMap(sealed ->
                        ExamProtocolFile.read(sealed)
                                .map(protocol -> new Filed(id, protocol, sealed)));
    }

    @Override
    public Optional<byte[]> file(String id) {
        return parts.folder().bytes(id);
    }

    private RecordSources sources() {
        CentreConfig config = parts.config();
        RegisterContents contents = parts.register().contents();
        ExamLists lists = contents.exams();
        LocalDate today = LocalDate.ofInstant(parts.wall().instant(), zone);
        List<Sitting> sittings =
                lists.sittings().values().stream()
                        .filter(sitting -> !sitting.day().isAfter(today))
                        .filter(sitting -> !sitting.day().isBefore(today.minusDays(DAYS)))
                        .toList();
        var ids = sittings.stream().map(Sitting::id).collect(Collectors.toSet());
        ExamPlan plan =
                new ExamPlan(
                        sittings,
                        lists.registrations().values().stream()
                                .filter(one -> ids.contains(one.sitting()))
                                .toList(),
                        parts.rules(),
                        zone);
        return new RecordSources(
                new ExamDay(
                        plan,
                        parts.log().get(),
                        contents.people().values().stream()
                                .filter(Person::protectedIdentity)
                                .map(Person::id)
                                .collect(Collectors.toSet())),
                lists.numbers(),
                lists.texts(),
                new ExamProtocol.Centre(
                        config.centre().code(), config.centre().name(), zone.getId()),
                config.rooms().stream().collect(Collectors.toMap(Room::id, Room::name)),
                user -> name(contents, user),
                Stream.concat(
                                config.devices().stream().map(Device::id),
                                Stream.of(ExamNote.BUILDING))
                        .collect(Collectors.toSet()),
                new ExamRecordWords());
    }

    /// The user of an account that was ended stays.
    private static String name(RegisterContents contents, String user) {
        StaffAccount account = contents.staff().get(user);
        return account == null ? user : account.displayName();
    }
}
