package se.troskel.controller.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Room;
import se.troskel.controller.access.ClosingWarning;
import se.troskel.controller.access.HolidayNames;
import se.troskel.controller.access.OpeningHours;
import se.troskel.controller.occupancy.Estimate;
import se.troskel.controller.site.SiteView;
import se.troskel.controller.staff.Enrolment;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.KioskView.Period;
import se.troskel.protocol.mqtt.RoomState;

/// Makes what an idle terminal shows out of what is true at the centre.
final class KioskViews {
    private final CentreConfig config;
    private final OpeningHours hours;
    private final ClosingWarning closing;

    KioskViews(CentreConfig config) {
        this.config = config;
        this.hours = new OpeningHours(config.opening(), config.centre().timeZone());
        this.closing = new ClosingWarning(config);
    }

    KioskView of(SiteView site, String kiosk) {
        OpeningMode mode = site.mode();
        Instant at = site.at();
        return new KioskView(
                config.centre().code(),
                config.centre().name(),
                at,
                config.centre().timeZone().getId(),
                mode,
                site.until(),
                mode != null ? today(at) : List.of(),
                mode != null ? nextOpening(mode, at) : null,
                config.centre().phone(),
                config.centre().languages(),
                rooms(site),
                site.hasRegister(),
                mode != null ? deskHours(at) : null,
                config.access().purposes(),
                mode == OpeningMode.STAFFED,
                enrolment(site, kiosk),
                mode != null ? closing(at) : null,
                site.fire(),
                mode == OpeningMode.CLOSED ? closedFor(at) : null,
                site.troubles().get(kiosk),
                mode != null && site.exams().expectsPeople(at));
    }

    private @Nullable Instant nextOpening(OpeningMode mode, Instant at) {
        boolean open = mode == OpeningMode.STAFFED || mode == OpeningMode.UNSTAFFED;
        return open ? null : hours.nextOpening(at).orElse(null);
    }

    private List<Period> today(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, config.centre().timeZone());
        return hours.periodsOf(day).stream().map(KioskViews::period).toList();
    }

    private @Nullable Period deskHours(Instant at) {
        return hours.staffedPeriod(at).map(KioskViews::period).orElse(null);
    }

    private KioskView.@Nullable Closing closing(Instant at) {
        return closing.at(at)
                .map(due -> new KioskView.Closing(due.inMinutes(), due.warning()))
                .orElse(null);
    }

    private @Nullable Map<String, String> closedFor(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, config.centre().timeZone());
        return HolidayNames.ofClosedDay(config.opening(), day).orElse(null);
    }

    private static Period period(OpeningHours.Span span) {
        return new Period(span.from(), span.until(), span.mode());
    }

    private List<KioskView.Room> rooms(SiteView site) {
        return config.rooms().stream()
                .filter(Room::open)
                .map(room -> new KioskView.Room(room.id(), room.name(), level(site, room)))
                .toList();
    }

    private static KioskView.Level level(SiteView site, Room room) {
        return site.staffRooms().stream()
                .filter(state -> state.room().equals(room.id()))
                .map(KioskViews::level)
                .findFirst()
                .orElse(KioskView.Level.UNKNOWN);
    }

    private static KioskView.Level level(RoomState state) {
        return new Estimate(
                        state.people(), state.quality(), state.sensorsOk(), state.sensorsTotal())
                .level(state.capacity(), state.maxPersons());
    }

    private static @Nullable String enrolment(SiteView site, String kiosk) {
        return site.enrolment()
                .filter(one ->
                        one.kiosk().equals(kiosk) && one.step() == Enrolment.Step.WAITING_FOR_PIN)
                .map(Enrolment::id)
                .orElse(null);
    }
}
