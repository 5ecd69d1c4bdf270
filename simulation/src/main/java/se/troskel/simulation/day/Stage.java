package se.troskel.simulation.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import se.troskel.simulation.DemoSettings;
import se.troskel.simulation.DemoWorld;
import se.troskel.simulation.day.Expectation.Where;

/// Where the scenes play: the running centre, those who act in it, and the report. Used by one
/// thread.
final class Stage implements AutoCloseable {
    /// How long a step waits for what it expects, unless it says otherwise.
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long LOOK_AGAIN_NANOS = 60_000_000L;
    private static final int NAME_LENGTH_MAX = 48;

    final DemoWorld world;
    final DemoSettings settings;
    final Secrets secrets = Secrets.ofTheDay();
    final Visitor visitor;
    final StaffClient staff;
    final StaffClient invigilator;

    /// The page of the exam room, of the invigilator and of somebody else.
    final Tablet tablet;

    final Tablet coordinator;

    final CentreWatch centre;
    final RegionWatch region;
    final TopicWatch topics;

    /// What a scene leaves for a later one, by what it is.
    final Map<String, String> kept = new java.util.HashMap<>();

    private final DayReport report;
    private final Optional<PagePictures> pages;
    private final ZoneId zone;
    private String scene = "";

    Stage(DemoWorld world, DemoSettings settings, DayReport report) {
        this.world = world;
        this.settings = settings;
        this.report = report;
        this.zone = world.centre().centre().timeZone();
        this.visitor = new Visitor(world.kiosk(), secrets);
        this.staff = new StaffClient(settings.ports().staffPagesUrl(), Where.STAFF_PAGE);
        this.invigilator = new StaffClient(settings.ports().staffPagesUrl(), Where.EXAM_ROOM);
        this.tablet = new Tablet(invigilator);
        this.coordinator = new Tablet(staff);
        this.centre = new CentreWatch(world.controller());
        this.region = new RegionWatch(settings.ports().regionPageUrl(), world.region());
        this.topics = new TopicWatch(world.broker());
        if (visitor.picture().length == 0) {
            report.leaveOut(
                    "pictures of the terminal: this machine cannot draw text (apt-get install"
                            + " libpango-1.0-0 libpangoft2-1.0-0 libfreetype6 fontconfig"
                            + " fonts-dejavu-core)");
        }
        this.pages = PagePictures.open(region.page());
        if (pages.isEmpty()) {
            report.leaveOut(
                    "pictures of the staff and region pages: Chromium and its driver are not"
                            + " installed (apt-get install chromium chromium-driver)");
        }
    }

    void play(Scene next) {
        scene = next.name();
        try {
            next.play(this);
        } catch (RuntimeException e) {
            report.add(
                    new Step(
                            report.count() + 1,
                            scene,
                            "the scene goes on to its end",
                            "no step is impossible",
                            new Seen(false, String.valueOf(e)),
                            List.of()));
        }
    }

    /// Sets the wall clock of centre and region.
    ///
    /// @param local the centre's local time, as `2027-02-09T08:05`
    void clock(String local) {
        world.setClock(instant(local));
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    void step(String what, Runnable action, Expectation... expected) {
        step(PATIENCE, what, action, expected);
    }

    /// Says what is expected, acts, looks until all of it is seen at once or the time is up, and
    /// takes pictures of where it was seen.
    void step(Duration longest, String what, Runnable action, Expectation... expected) {
        int number = report.count() + 1;
        String words = String.join("; ", Stream.of(expected).map(Expectation::words).toList());
        report.announce(number, scene, what, words);
        Seen seen;
        try {
            centre.mark();
            action.run();
            seen = look(longest, expected);
        } catch (RuntimeException e) {
            seen = new Seen(false, "could not be done: " + e.getMessage());
        }
        report.add(new Step(number, scene, what, words, seen, pictures(number, what, expected)));
    }

    /// Waits for something that a step needs before it goes on.
    ///
    /// @throws IllegalStateException when it does not come
    void waitFor(Expectation expected) {
        Seen seen = look(PATIENCE, expected);
        if (!seen.held()) {
            throw new IllegalStateException(
                    expected.words() + " did not come; seen: " + seen.words());
        }
    }

    /// Opens or closes a door, as its contact feels it.
    void contact(String device, boolean open) {
        works("contact", Map.of("device", device, "open", Boolean.toString(open)));
    }

    /// Works a simulated device of the controller.
    void works(String verb, Map<String, String> arguments) {
        world.controller().call(verb, arguments);
    }

    /// Leaves a page open in the browser, where there is one, in somebody's own session.
    void watch(StaffClient staff, String path) {
        pages.ifPresent(page -> page.visit(staff, staff.base().resolve(path)));
    }

    /// The page that was left open shows this without being asked for again; without a browser, the
    /// page that is asked for.
    Expectation watched(StaffClient staff, String path, String text) {
        return pages.map(page ->
                        new Expectation(
                                "the page that stands open shows \"" + text + "\" by itself",
                                Where.OPEN_PAGE,
                                () -> {
                                    boolean there = page.text().contains(text);
                                    return new Seen(
                                            there, (there ? "it shows " : "it lacks ") + text);
                                }))
                .orElseGet(() -> staff.shows(path, text));
    }

    private static Seen look(Duration longest, Expectation... expected) {
        long until = System.nanoTime() + longest.toNanos();
        while (true) {
            Seen seen = Seen.all(Stream.of(expected).map(Expectation::seen).toList());
            if (seen.held() || System.nanoTime() - until > 0) {
                return seen;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private List<String> pictures(int number, String what, Expectation... expected) {
        List<String> names = new ArrayList<>();
        List<Where> places = Stream.of(expected).map(Expectation::where).distinct().toList();
        for (Where where : places) {
            String name =
                    "%03d-%s-%s.png"
                            .formatted(number, where.name().toLowerCase(Locale.ROOT), slug(what))
                            .replace('_', '-');
            picture(where)
                    .ifPresent(png -> {
                        save(name, png);
                        names.add(name);
                    });
        }
        return names;
    }

    private Optional<byte[]> picture(Where where) {
        try {
            return switch (where) {
                case TERMINAL -> Optional.of(visitor.picture()).filter(png -> png.length > 0);
                case STAFF_PAGE -> pages.map(page -> page.of(staff));
                case EXAM_ROOM -> pages.map(page -> page.of(invigilator));
                case OPEN_PAGE -> pages.map(PagePictures::open);
                case REGION_PAGE -> pages.map(PagePictures::region);
                case ELSEWHERE -> Optional.empty();
            };
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void save(String name, byte[] png) {
        Path folder = settings.folder().resolve("pictures");
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), png);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    private static String slug(String what) {
        String slug = what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return slug.substring(0, Math.min(NAME_LENGTH_MAX, slug.length())).replaceAll("-$", "");
    }

    @Override
    public void close() {
        pages.ifPresent(PagePictures::close);
        topics.close();
    }
}
