package se.troskel.region.page;

import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.LeftInside;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.picture.Missing;

/// A centre as the page shows it at one moment. Pure.
///
/// @param standing `open`, `closed`, `unknown` for the counts in the head
/// @param opening how it is open, in words; while it is offline, as it was last heard
/// @param lastOpening the same for when that is too old to go by
/// @param online whether it is connected, as far as it has been heard
/// @param fire whether fire is latched, as far as it has been heard: everybody is to leave
/// @param armed whether the burglar alarm is set, as far as it has been heard
/// @param people all rooms together; unknown when what is known is too old
/// @param heard when the centre was last heard; null for never
/// @param heardAt the same in words: "Hördes kl. 08.51"
/// @param age the same as an age: "för 20 s sedan"; empty for never
/// @param troubles what somebody should look at, the worst first
/// @param sensors "6/6", empty when there are none
public record CentreCard(
        String code,
        String name,
        String standing,
        String opening,
        String lastOpening,
        boolean online,
        Freshness freshness,
        boolean fire,
        boolean armed,
        People people,
        @Nullable Instant heard,
        String heardAt,
        String age,
        List<Trouble> troubles,
        List<RoomLine> rooms,
        List<DoorLine> doors,
        String sensors) {
    private static final String UNKNOWN = "Vet inte om det är öppet";

    /// Fire first, then other trouble, then A to Ö.
    static final Comparator<CentreCard> ORDER =
            Comparator.comparing((CentreCard card) -> !card.fire())
                    .thenComparing(card -> card.troubles().isEmpty())
                    .thenComparing(
                            CentreCard::name, Collator.getInstance(Locale.of("sv", "SE"))::compare);

    /// How long a gap in the record counts as trouble.
    private static final Duration MISSING_SHOWN = Duration.ofDays(30);

    static CentreCard of(CentrePicture centre, Clock clock) {
        Freshness freshness = Freshness.of(centre.heard(), clock.now());
        List<RoomState> rooms = byName(centre.rooms(), RoomState::name);
        List<DoorLine> doors =
                byName(centre.doors().stream().map(DoorLine::of).toList(), DoorLine::name);
        CentreState state = centre.state();
        String standing = standing(state, freshness);
        Instant heard = centre.heard();
        int sensorsOk = rooms.stream().mapToInt(RoomState::sensorsOk).sum();
        int sensorsTotal = rooms.stream().mapToInt(RoomState::sensorsTotal).sum();
        return new CentreCard(
                centre.centre(),
                centre.name(),
                standing,
                opening(state, standing, clock),
                lastOpening(state, heard, clock),
                centre.isOnline(),
                freshness,
                state != null && Boolean.TRUE.equals(state.fire()),
                state != null && Boolean.TRUE.equals(state.armed()),
                people(rooms, standing, freshness),
                heard,
                heard == null ? "Aldrig hört av" : "Hördes kl. " + clock.at(heard),
                heard == null ? "" : clock.age(heard),
                troubles(centre, doors, clock),
                rooms.stream().map(RoomLine::of).toList(),
                doors,
                sensorsTotal == 0 ? "" : sensorsOk + "/" + sensorsTotal);
    }

    /// When the centre was last heard, in milliseconds for the page's script; empty for never.
    public String heardMillis() {
        return heard == null ? "" : String.valueOf(heard.toEpochMilli());
    }

    /// "3 rum · 1 dörr".
    public String contents() {
        int count = doors.size();
        String some = count == 1 ? " · 1 dörr" : " · " + count + " dörrar";
        return rooms.size() + " rum" + (count == 0 ? "" : some);
    }

    private static String standing(@Nullable CentreState state, Freshness freshness) {
        if (state == null || freshness == Freshness.GONE) {
            return "unknown";
        }
        OpeningMode mode = state.mode();
        return switch (mode) {
            case STAFFED, UNSTAFFED -> "open";
            case OUT_OF_HOURS, CLOSED -> "closed";
            case null -> "unknown";
        };
    }

    private static String opening(@Nullable CentreState state, String standing, Clock clock) {
        if (state == null || state.mode() == null || standing.equals("unknown")) {
            return UNKNOWN;
        }
        String words = opening(state, clock);
        return state.online()
                ? words.substring(0, 1).toUpperCase(Clock.SWEDISH) + words.substring(1)
                : "Senast hört: " + words;
    }

    private static String lastOpening(
            @Nullable CentreState state, @Nullable Instant heard, Clock clock) {
        return state == null || state.mode() == null || heard == null
                ? UNKNOWN
                : UNKNOWN + ". Senast hört kl. " + clock.at(heard) + ": " + opening(state, clock);
    }

    private static String opening(CentreState state, Clock clock) {
        Instant until = state.until();
        String end = until == null ? "" : " till " + clock.at(until);
        return switch (state.mode()) {
            case STAFFED -> "öppet" + end + " · bemannat";
            case UNSTAFFED -> "öppet" + end + " · obemannat";
            case OUT_OF_HOURS, CLOSED -> "stängt" + end;
            case null -> "";
        };
    }

    private static People people(List<RoomState> rooms, String standing, Freshness freshness) {
        if (freshness == Freshness.GONE) {
            return People.together(List.of());
        }
        if (standing.equals("closed")) {
            return new People(Level.CLOSED, null, "", null);
        }
        return People.together(rooms);
    }

    private static List<Trouble> troubles(CentrePicture centre, List<DoorLine> doors, Clock clock) {
        List<Trouble> troubles = new ArrayList<>();
        Freshness freshness = Freshness.of(centre.heard(), clock.now());
        doors.stream()
                .filter(DoorLine::isTrouble)
                .sorted(Comparator.comparing(door -> !door.severity().equals("stop")))
                .forEach(door -> troubles.add(Trouble.of(door)));
        if (centre.state() != null && (!centre.isOnline() || freshness != Freshness.FRESH)) {
            troubles.add(Trouble.toLookAt("Ingen kontakt med lärcentret"));
        }
        LeftInside left = centre.state() == null ? null : centre.state().leftInside();
        if (left != null && freshness != Freshness.GONE) {
            troubles.add(Trouble.toLookAt(left(left)));
        }
        if (centre.historyDiffers()) {
            troubles.add(Trouble.toLookAt("Journalen stämmer inte med regionens"));
        }
        Missing missing = centre.missing();
        if (missing != null && missing.noticed().plus(MISSING_SHOWN).isAfter(clock.now())) {
            troubles.add(Trouble.toLookAt(missing.events() + " händelser saknas"));
        }
        centre.devices().stream()
                .filter(device -> device.health() != DeviceHealth.ONLINE)
                .map(device -> device.name() + ": " + health(device.health()))
                .map(Trouble::toLookAt)
                .forEach(troubles::add);
        return troubles;
    }

    private static String left(LeftInside left) {
        String people = left.people() == null ? "Någon eller några" : String.valueOf(left.people());
        return people + " kvar efter stängning";
    }

    private static String health(DeviceHealth health) {
        return switch (health) {
            case ONLINE -> "ansluten";
            case OFFLINE -> "svarar inte";
            case FAULT -> "fel";
            case ALARM -> "larmar";
            case STUCK -> "har fastnat";
            case BOUNCING -> "glappar";
            case CUT -> "kabeln är av";
            case SHORTED -> "kabeln är kortsluten";
            case UNKNOWN -> "vet inte";
        };
    }

    private static <T> List<T> byName(List<T> things, java.util.function.Function<T, String> name) {
        return things.stream()
                .sorted(
                        Comparator.comparing(
                                name, Collator.getInstance(Locale.of("sv", "SE"))::compare))
                .toList();
    }
}
