package se.troskel.controller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.ConfigFingerprint;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.config.Mail;
import se.troskel.config.Mqtt;
import se.troskel.config.Room;
import se.troskel.config.SignIn;
import se.troskel.config.TrustedCentre;
import se.troskel.controller.api.BearerToken;
import se.troskel.controller.api.ControllerServer;
import se.troskel.controller.api.KioskApi;
import se.troskel.controller.api.KioskDesk;
import se.troskel.controller.api.PresentedClaims;
import se.troskel.controller.api.SittingsApi;
import se.troskel.controller.api.StaffMode;
import se.troskel.controller.api.StaffSessions;
import se.troskel.controller.bench.Bench;
import se.troskel.controller.bench.CommissioningFolder;
import se.troskel.controller.desk.Candidates;
import se.troskel.controller.desk.Cards;
import se.troskel.controller.desk.ConfirmationPost;
import se.troskel.controller.desk.Confirmations;
import se.troskel.controller.desk.ExamRecordRetention;
import se.troskel.controller.desk.ExamRecords;
import se.troskel.controller.desk.ExamRooms;
import se.troskel.controller.desk.Exams;
import se.troskel.controller.desk.Imports;
import se.troskel.controller.desk.PassRetention;
import se.troskel.controller.desk.Passes;
import se.troskel.controller.desk.RegisterDesk;
import se.troskel.controller.desk.RegisterRetention;
import se.troskel.controller.desk.Rehearsals;
import se.troskel.controller.desk.SiteStaffDesk;
import se.troskel.controller.desk.StaffAccounts;
import se.troskel.controller.examrecord.ExamRecordFolder;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.JournalSettings;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.journal.RetirementJob;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.mail.MailServer;
import se.troskel.controller.page.StaffPages;
import se.troskel.controller.register.Register;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.signin.ClientSecret;
import se.troskel.controller.signin.OpenIdSignIn;
import se.troskel.controller.site.ClaimReader;
import se.troskel.controller.site.DeviceWiring;
import se.troskel.controller.site.JournalReplay;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.site.SiteView;
import se.troskel.controller.site.StateReports;
import se.troskel.controller.ticket.TicketCommand;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.controller.ticket.TicketVerifier;
import se.troskel.controller.uplink.Uplink;
import se.troskel.controller.uplink.UplinkSettings;
import se.troskel.controller.uplink.UplinkStatus;
import se.troskel.controller.uplink.UplinkTime;
import se.troskel.hardware.Devices;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.Topics;

/// A running controller: everything a centre needs, wired. Closing stops it in order; a kill loses
/// nothing that was answered.
public final class Controller implements AutoCloseable {
    /// The version that is recorded at each start.
    public static final String VERSION = "0.1.0";

    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final SiteLoop loop;
    private final Journal journal;
    private final ControllerServer server;
    private final ControllerSettings settings;
    private final @Nullable Uplink uplink;
    private final Optional<StaffAccounts.FirstLogIn> firstLogIn;

    /// Opens the data, starts the loop and listens. The locks of `devices` stand in their safe
    /// state.
    ///
    /// @param onFailure runs when the loop stopped on a broken invariant; the process is to be
    ///   started again
    /// @throws se.troskel.protocol.AccessSystemException when keys, register or journal cannot be
    ///   used; the message says which and what to do
    public static Controller start(
            ControllerSettings settings, Devices devices, Runnable onFailure) {
        return new Controller(settings, devices, onFailure);
    }

    private Controller(ControllerSettings settings, Devices devices, Runnable onFailure) {
        this.settings = settings;
        CentreConfig config = settings.config();
        Path data = folder(settings.data());
        SecureRandom random = new SecureRandom();
        Keyring keys = Keyring.open(data.resolve("keys"));
        Register register = opened(Register.open(data.resolve("register"), keys, random));
        if (register.openReport().wasRebuilt()) {
            LOG.error("The register was made anew: {}", register.openReport());
        }
        this.journal =
                opened(
                        Journal.open(
                                data.resolve("journal"),
                                config.centre().code(),
                                register,
                                JournalSettings.standard(random)));
        journal.requireAnchorOf(keys.record().getPublic());
        TicketKeys ticketKeys = TicketKeys.open(data.resolve(TicketCommand.KEYS));
        Site site = new Site(config, settings.exams(), VERSION, UUID::randomUUID);
        site.centres(
                settings.others().centres().stream()
                        .collect(
                                Collectors.toMap(
                                        TrustedCentre::centre,
                                        TrustedCentre::name,
                                        (one, _) -> one)));
        site.restore(JournalReplay.of(journal));
        this.loop =
                opened(
                        new SiteLoop(
                                site,
                                journal,
                                devices,
                                new SiteLoop.Time(
                                        settings.wall(), settings.nanos(), settings.trust()),
                                onFailure));
        recordRepair();
        ExamRecordFolder examRecords =
                ExamRecordFolder.open(data.resolve("protocols"), new Seal(keys.record()));
        keepRetention(register, keys.record(), examRecords);
        this.uplink = uplink(config, data, random);
        loop.start();
        loop.offer(new SiteInput.RegisterChanged(register.contents()));
        register.onChanged(contents -> loop.offer(new SiteInput.RegisterChanged(contents)));
        BreakGlassFile glass = BreakGlassFile.open(data);
        ClaimReader claims =
                new PresentedClaims(
                        keys.lookup(),
                        glass,
                        new TicketVerifier(
                                ticketKeys,
                                config.centre().code(),
                                settings.others(),
                                settings.wall()),
                        register::contents,
                        () ->
                                LocalDate.ofInstant(
                                        settings.wall().instant(), config.centre().timeZone()));
        new DeviceWiring(config, loop, claims).connect(devices);
        Argon2Passwords passwords = new Argon2Passwords(random);
        StaffAccounts accounts =
                new StaffAccounts(register, loop, keys.lookup(), passwords, random);
        this.firstLogIn = accounts.makeFirstAdministrator();
        SiteStaffDesk desk =
                new SiteStaffDesk(
                        config,
                        loop,
                        journal,
                        new RegisterDesk(
                                config,
                                register,
                                keys.lookup(),
                                ticketKeys,
                                random,
                                settings.wall()),
                        glass,
                        new Imports(
                                config,
                                settings.exams(),
                                register,
                                keys.lookup(),
                                random,
                                settings.wall(),
                                this::hasCome),
                        this::uplinkStatus);
        Bench bench =
                opened(
                        new Bench(
                                new Bench.Parts(
                                        config,
                                        devices,
                                        loop,
                                        CommissioningFolder.open(
                                                data.resolve("commissioning"),
                                                new Seal(keys.record())),
                                        settings.wall(),
                                        VERSION)));
        StaffPages pages =
                new StaffPages(
                        new StaffPages.Parts(
                                desk,
                                new Cards(config, register, loop, keys.lookup(), glass),
                                new Passes(
                                        new Passes.Parts(
                                                config,
                                                register,
                                                loop,
                                                keys.lookup(),
                                                passwords,
                                                random,
                                                settings.wall())),
                                new Exams(config, register, settings.exams(), settings.wall()),
                                new ExamRecords(
                                        new ExamRecords.Parts(
                                                config,
                                                register,
                                                settings.exams(),
                                                () -> loop.view().exams().log(),
                                                loop,
                                                examRecords,
                                                settings.wall(),
                                                UUID::randomUUID)),
                                new Rehearsals(
                                        new Rehearsals.Parts(
                                                config,
                                                register,
                                                settings.exams(),
                                                () -> loop.view().terminals(),
                                                settings.trust(),
                                                settings.wall())),
                                new Confirmations(
                                        new Confirmations.Parts(
                                                config,
                                                register,
                                                loop,
                                                keys.lookup(),
                                                new TicketIssuer(
                                                        random, ticketKeys, config.centre().code()),
                                                settings.exams(),
                                                settings.wall(),
                                                post(config, data, register))),
                                ExamRooms.of(config, register, loop, settings.wall()),
                                new Candidates(
                                        new Candidates.Parts(
                                                config,
                                                register,
                                                loop,
                                                keys.lookup(),
                                                random,
                                                settings.wall(),
                                                this::hasCome)),
                                bench,
                                accounts,
                                passwords,
                                RegisterDesk::png,
                                signIn(config, data, keys),
                                settings.wall(),
                                random));
        KioskDesk terminals = new KioskDesk(config, loop, claims, passwords, desk::enrol);
        StaffMode staffMode =
                new StaffMode(
                        new StaffMode.Parts(config, terminals, loop, passwords, register::contents),
                        new StaffSessions(settings.nanos(), random));
        BearerToken token = BearerToken.open(data.resolve(ControllerSettings.TOKEN), random);
        this.server =
                opened(
                        new ControllerServer(
                                config.api(),
                                new KioskApi(terminals, staffMode, token),
                                BearerToken.given(data.resolve(SittingsApi.TOKEN))
                                        .map(given -> new SittingsApi(desk, given)),
                                pages));
        // ends the news to open pages first, or they would hold up the server
        opened(pages);
    }

    /// Whether anything was noted of a registration: an import takes nobody off who is there.
    private boolean hasCome(String registration) {
        return !loop.view().exams().log().progress(registration).notes().isEmpty();
    }

    /// The port that terminals and staff reach it by.
    public int port() {
        return server.port();
    }

    /// How the first administrator logs in; empty but at the very first start.
    public Optional<StaffAccounts.FirstLogIn> firstLogIn() {
        return firstLogIn;
    }

    /// What is true at the centre now.
    public SiteView view() {
        return loop.view();
    }

    /// The centre's journal, for reading.
    public Journal journal() {
        return journal;
    }

    private @Nullable Uplink uplink(CentreConfig config, Path data, SecureRandom random) {
        Mqtt mqtt = config.mqtt();
        if (mqtt == null) {
            return null;
        }
        UplinkSettings how =
                UplinkSettings.of(
                        config,
                        mqtt,
                        new UplinkSettings.Program(
                                VERSION,
                                ConfigFingerprint.of(config, settings.exams()),
                                data.resolve("journal")),
                        System.getenv());
        Uplink link =
                opened(
                        new Uplink(
                                how,
                                journal,
                                new UplinkTime(settings.wall(), settings.nanos(), random)));
        StateReports reports =
                new StateReports(new Topics(config.centre().code()), link::publishState);
        loop.onView(view -> {
            link.opening(view.mode(), view.until());
            link.leftInside(view.leftInside());
            link.alarms(
                    config.alarms().fire() == null ? null : view.fire(),
                    config.alarms().armed() == null ? null : view.armed());
            reports.publish(view);
        });
        link.parts(
                new CentreState.Parts(
                        config.rooms().stream().map(Room::id).toList(),
                        config.doors().stream().map(Door::id).toList(),
                        config.devices().stream().map(Device::id).toList()));
        link.onConnection(connected -> loop.offer(new SiteInput.LinkChanged(connected)));
        link.start();
        return link;
    }

    private @Nullable OpenIdSignIn signIn(CentreConfig config, Path data, Keyring keys) {
        SignIn how = config.api().signIn();
        if (how == null) {
            return null;
        }
        ClientSecret secret = ClientSecret.of(how.secret(), data, System.getenv());
        return opened(
                new OpenIdSignIn(
                        new OpenIdSignIn.Parts(how, secret, keys.lookup(), settings.nanos())));
    }

    private @Nullable ConfirmationPost post(CentreConfig config, Path data, Register register) {
        Mail how = config.mail();
        if (how == null) {
            return null;
        }
        Mail.LogIn logIn = how.logIn();
        ClientSecret secret =
                logIn == null ? null : ClientSecret.of(logIn.secret(), data, System.getenv());
        return opened(new ConfirmationPost(MailServer.of(how, secret), register, settings.wall()));
    }

    private @Nullable UplinkStatus uplinkStatus() {
        return uplink == null ? null : uplink.status();
    }

    /// Erases what has outlived its days, now and every hour, and retires what is not needed any
    /// more, now and every minute, on a thread of its own.
    private void keepRetention(Register register, KeyPair recordKey, ExamRecordFolder examRecords) {
        ScheduledExecutorService background =
                opened(
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().name("retention").daemon().factory()));
        CentreConfig config = settings.config();
        RetentionJob.Time time =
                new RetentionJob.Time(settings.wall(), settings.nanos(), settings.trust());
        RetentionJob erasing = new RetentionJob(register, journal, config.retention(), time);
        Mqtt mqtt = config.mqtt();
        RetirementJob retiring =
                new RetirementJob(
                        new RetirementJob.Parts(
                                journal, recordKey, seq -> JournalReplay.needed(journal, seq)),
                        config.retention(),
                        mqtt == null ? OptionalLong.empty() : OptionalLong.of(mqtt.quotaBytes()),
                        time);
        var _ = background.scheduleWithFixedDelay(erasing, 0, 1, TimeUnit.HOURS);
        var _ =
                background.scheduleWithFixedDelay(
                        new PassRetention(register, config.retention(), time),
                        0,
                        1,
                        TimeUnit.HOURS);
        var _ =
                background.scheduleWithFixedDelay(
                        new RegisterRetention(
                                new RegisterRetention.Parts(
                                        register,
                                        journal,
                                        config.retention(),
                                        config.centre().timeZone()),
                                time),
                        0,
                        1,
                        TimeUnit.HOURS);
        var _ =
                background.scheduleWithFixedDelay(
                        new ExamRecordRetention(
                                examRecords, config.retention(), config.centre().timeZone(), time),
                        0,
                        1,
                        TimeUnit.HOURS);
        var _ = background.scheduleWithFixedDelay(retiring, 0, 1, TimeUnit.MINUTES);
    }

    private void recordRepair() {
        if (journal.repairedBytes() > 0) {
            LOG.warn("A torn tail of {} bytes was cut off the journal", journal.repairedBytes());
            append(new EventBody.JournalRepaired(journal.repairedBytes()));
        }
    }

    /// Appends and waits a little: for the first and the last record of a run.
    private void append(EventBody body) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        journal.append(
                new Draft(
                        settings.wall().instant(),
                        settings.nanos().getAsLong(),
                        settings.trust().get(),
                        body,
                        null),
                done::complete);
        try {
            Object _ = done.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} is not in the journal: {}", body, e.toString());
        }
    }

    private <P extends AutoCloseable> P opened(P part) {
        parts.addFirst(part);
        return part;
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + folder, e);
        }
    }

    /// Stops in order: pages and terminals, uplink, loop, journal, register. Locks end by their own
    /// timers.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        for (AutoCloseable part : parts) {
            try {
                if (part == journal) {
                    append(new EventBody.CentreStopped());
                }
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop in order", part.getClass().getSimpleName(), e);
            }
        }
    }
}
