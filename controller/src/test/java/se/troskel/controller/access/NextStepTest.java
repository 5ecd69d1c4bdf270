package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.GROUP_DOOR;
import static se.troskel.controller.access.Scene.QUIET_DOOR;
import static se.troskel.controller.access.Scene.ticketFor;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.troskel.config.Door;
import se.troskel.config.Opening;
import se.troskel.controller.page.Texts;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Goal: every answer ends in something that can be done at that hour at that centre, and nothing
/// but a grant unlocks. Method: ask everything of every kind of centre at every kind of hour, and
/// check that every reason the rules can give was reached.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NextStepTest {
    /// Decided by the loop, the terminal's edge or enrolment, not by these rules.
    private static final Set<CheckInReason> OF_OTHERS =
            EnumSet.of(
                    CheckInReason.NOT_RECORDED,
                    CheckInReason.CODE_PAUSED,
                    CheckInReason.EXAM,
                    CheckInReason.ENROLMENT_CARD_READ);

    private static final String[] HOURS = {
        "2026-03-03T10:00",
        "2026-03-03T10:20",
        "2026-03-03T19:00",
        "2026-03-03T23:00",
        "2026-12-25T10:00"
    };

    private final Set<CheckInReason> seen = EnumSet.noneOf(CheckInReason.class);
    private final Set<String> spoken = new TreeSet<>();

    @Test
    void everyStepCanBeDone() {
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_OTHERS)));
    }

    @Test
    void everyRuleThatCanSpeakHasASentenceForStaffAndNoOtherHas() throws IOException {
        for (String language : List.of("sv", "en")) {
            Properties texts = new Properties();
            try (var in = Texts.class.getResourceAsStream("texts_" + language + ".properties")) {
                texts.load(Objects.requireNonNull(in));
            }
            Set<String> sentences = new TreeSet<>();
            for (String key : texts.stringPropertyNames()) {
                if (key.startsWith("why.rule.")) {
                    sentences.add(key.substring("why.rule.".length()));
                }
            }
            assertThat(sentences).as(language).isEqualTo(spoken);
        }
    }

    @BeforeAll
    void askEverythingEverywhere() {
        for (Scene scene : centres()) {
            for (String hour : HOURS) {
                for (String door : Arrays.asList(null, ENTRANCE, GROUP_DOOR, QUIET_DOOR)) {
                    scene.at(door, hour);
                    askEverything(scene);
                }
            }
        }
    }

    private void askEverything(Scene scene) {
        List<Claim> claims = new ArrayList<>();
        for (String card : scene.credentials.keySet()) {
            claims.add(new Claim.Card(card));
        }
        claims.add(new Claim.Card("nobodys"));
        for (String pass : scene.passes.keySet()) {
            claims.add(new Claim.Pass(Medium.QR, pass));
        }
        claims.add(new Claim.Pass(Medium.SHORT_CODE, "nobodys"));
        claims.add(ticketFor(null, null));
        claims.add(ticketFor(null, "group"));
        claims.add(ticketFor("nils", null));
        claims.add(ticketFor("gone", null));
        claims.add(new Claim.OtherCentre(Medium.QR, null));
        claims.add(ticket("used", "2026-03-03T09:00"));
        claims.add(ticket("later", "2027-01-01T09:00"));
        claims.add(ticketFor(null, "no-such-room"));
        claims.add(ticket("over", "2026-03-02T09:00", "2026-03-02T10:00"));
        claims.add(new Claim.Unreadable(Medium.QR, true));
        claims.add(new Claim.Unreadable(Medium.QR, false));
        claims.add(new Claim.Unreadable(Medium.CARD, false));
        claims.add(new Claim.Candidate(Set.of("nils")));
        claims.add(new Claim.BreakGlass("safe"));
        for (PinEntered pin : PinEntered.values()) {
            scene.pin(pin);
            for (Claim claim : claims) {
                check(scene, scene.ask(claim, Intent.ENTER));
                check(scene, scene.ask(claim, Intent.LEAVE));
            }
        }
        for (VisitKind kind : VisitKind.values()) {
            check(scene, Visits.decide(scene.snapshot(), kind, scene.at));
        }
    }

    private void check(Scene scene, AccessDecision decision) {
        seen.add(decision.reason());
        spoken.addAll(decision.rules());
        String what = scene.door + " " + scene.at + " " + scene.phone + " " + decision;
        switch (decision.next()) {
            case ASK_AT_DESK, CONTINUE_AT_DESK ->
                    assertThat(decision.mode()).as(what).isEqualTo(OpeningMode.STAFFED);
            case COME_BACK -> {
                assertThat(decision.details().from()).as(what).isNotNull();
                assertThat(decision.details().from()).as(what).isAfter(scene.at);
            }
            case CALL -> assertThat(scene.phone).as(what).isNotNull();
            case GO_TO_OTHER_ROOM ->
                    assertThat(decision.details().otherRoomName()).as(what).isNotNull();
            case GO_IN -> assertThat(decision.details().unlockSeconds()).as(what).isNotNull();
            case GO_TO_ROOM -> assertThat(decision.details().roomName()).as(what).isNotNull();
            case ENTER_PIN -> assertThat(decision.details().triesLeft()).as(what).isPositive();
            case LEAVE_NOW -> assertThat(scene.evacuate).as(what).isTrue();
            case SIT_DOWN -> assertThat(decision.reason().isGranted()).as(what).isTrue();
            case GOODBYE, SHOW_AGAIN, SHOW_LATEST_CODE -> {}
            case CHOOSE_PIN -> assertThat(decision.next()).as(what).isNull();
        }
        if (decision.next() == NextStep.SHOW_AGAIN
                && decision.reason() != CheckInReason.SECOND_PERSON_NEEDED) {
            assertThat(scene.phone).as(what).isNull();
        }
        if (!decision.reason().isGranted()) {
            assertThat(decision.unlock()).as(what).isEmpty();
            assertThat(decision.ticket()).as(what).isNull();
            assertThat(decision.booking()).as(what).isNull();
        }
        assertThat(decision.unlock().isEmpty())
                .as(what)
                .isEqualTo(decision.details().unlockSeconds() == null);
    }

    /// With and without a phone, with and without desk hours or any hours at all, in and out of
    /// order, full or not.
    private static List<Scene> centres() {
        List<Scene> centres = new ArrayList<>();
        Opening never = new Opening(List.of(), List.of(), null);
        Opening neverStaffed =
                new Opening(
                        List.of(
                                new Opening.Period(
                                        EnumSet.allOf(java.time.DayOfWeek.class),
                                        LocalTime.parse("06:00"),
                                        LocalTime.parse("22:00"),
                                        OpeningMode.UNSTAFFED)),
                        List.of(),
                        null);
        for (String phone : Arrays.asList("0150-000 00", null)) {
            for (Opening opening : List.of(Scene.opening(), neverStaffed, never)) {
                centres.add(centre(phone, opening));
                Scene full = centre(phone, opening);
                full.counted.put("quiet", 8);
                full.counted.put("group", 6);
                full.estimated.put("study", 1);
                centres.add(full);
                Scene packed = centre(phone, opening);
                packed.counted.put("quiet", 9);
                packed.counted.put("study", 12);
                centres.add(packed);
                Scene withoutClock = centre(phone, opening);
                withoutClock.clockTrusted = false;
                centres.add(withoutClock);
                Scene outOfOrder = centre(phone, opening);
                outOfOrder.doorModes.put(ENTRANCE, DoorMode.BLOCKED);
                outOfOrder.postures.put(QUIET_DOOR, DoorPosture.ARMED);
                outOfOrder.doorModes.put(GROUP_DOOR, DoorMode.LOCKED_DOWN);
                centres.add(outOfOrder);
                centres.add(forTwo(phone, opening));
                Scene second = forTwo(phone, opening);
                second.secondPersons.put(
                        ENTRANCE, new SecondPersonWait("vakt", Scene.local("2027-02-01T00:00")));
                centres.add(second);
                Scene exam = centre(phone, opening);
                exam.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
                exam.doorsInTrouble.add(ENTRANCE);
                exam.doorsInTrouble.add(GROUP_DOOR);
                exam.moreDoors.add(Scene.door("group-door-2", "group"));
                centres.add(exam);
                centres.add(withSeats(phone, opening));
                Scene fire = centre(phone, opening);
                fire.evacuate = true;
                centres.add(fire);
            }
        }
        return centres;
    }

    /// At every hour that is asked about somebody has a seat now, later and before; the room of one
    /// lets in staff only.
    private static Scene withSeats(@Nullable String phone, Opening opening) {
        Scene scene = centre(phone, opening);
        scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
        scene.student("seated", LocalDate.of(1990, 1, 1));
        scene.seat("seated", "group", "09:00", "23:30");
        scene.student("kept-out", LocalDate.of(1990, 1, 1));
        scene.seat("kept-out", "quiet", "09:00", "23:30");
        scene.student("out", LocalDate.of(1990, 1, 1));
        scene.errand("out", "quiet", "09:00", "23:30");
        scene.student("in-two", LocalDate.of(1990, 1, 1));
        scene.seat("in-two", "quiet", "09:00", "23:30");
        scene.seat("in-two", "group", "09:00", "23:30");
        scene.student("too-early", LocalDate.of(1990, 1, 1));
        scene.seat("too-early", "group", "23:30", "23:45");
        scene.student("too-late", LocalDate.of(1990, 1, 1));
        scene.seat("too-late", "group", "08:00", "08:30");
        return scene;
    }

    private static Scene forTwo(@Nullable String phone, Opening opening) {
        Scene scene = centre(phone, opening);
        scene.doorRules.put(ENTRANCE, new Door.Rules(false, false, true, true, List.of()));
        scene.cameIn.put("alva", Set.of(ENTRANCE));
        scene.longer("alva");
        return scene;
    }

    private static Scene centre(@Nullable String phone, Opening opening) {
        Scene scene = new Scene();
        scene.phone = phone;
        scene.opening = opening;
        scene.person("vakt", VisitKind.WORKER, null, null);
        scene.person("nils", VisitKind.STUDENT, LocalDate.of(2012, 1, 1), null);
        scene.student("expired", LocalDate.of(1990, 1, 1));
        scene.valid("expired", "2026-01-01T00:00", "2026-02-01T00:00");
        scene.student("paused", LocalDate.of(1990, 1, 1));
        scene.pins.put("paused", new PinState(0, Scene.local("2027-01-01T00:00")));
        scene.student("early", LocalDate.of(1990, 1, 1));
        scene.valid("early", "2030-01-01T00:00", null);
        scene.person("unsigned", VisitKind.STUDENT, LocalDate.of(1990, 1, 1), null);
        scene.student("young", LocalDate.of(2012, 1, 1));
        scene.student("other", LocalDate.of(1990, 1, 1));
        scene.card("old", null, "2026-02-01T00:00", false);
        scene.card("lost", null, null, true);
        scene.card("no-pin", null, null, false);
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        scene.booking("b2", "group", "2026-03-03T20:00", "2026-03-03T21:00");
        scene.booking("b3", "quiet", "2026-03-03T10:10", "2026-03-03T12:00");
        scene.usedTickets.add("used");
        scene.credentials.put(
                "lent",
                new Credential("lent", "alva", "$", Scene.local("2026-03-02T00:00"), false, "1"));
        scene.pass("hired", Set.of("quiet"), Set.of());
        scene.pass("hired-for-both", Set.of("quiet", "group"), Set.of());
        scene.pass("hired-for-the-entrance", Set.of(), Set.of(ENTRANCE));
        scene.pass("hired-and-gone", Set.of("quiet"), Set.of());
        scene.blocked.add("hired-and-gone");
        scene.pass("hired-later", Set.of("quiet"), Set.of());
        scene.passes.computeIfPresent(
                "hired-later",
                (id, pass) ->
                        new DayPass(
                                id,
                                id,
                                "code",
                                pass.rooms(),
                                pass.doors(),
                                Scene.local("2027-01-01T09:00"),
                                Scene.local("2027-01-01T17:00")));
        return scene;
    }

    private static Claim.Ticket ticket(String id, String from) {
        return ticket(id, from, "2027-06-01T00:00");
    }

    private static Claim.Ticket ticket(String id, String from, String until) {
        return new Claim.Ticket(
                Medium.SHORT_CODE, id, null, null, Scene.local(from), Scene.local(until));
    }
}
