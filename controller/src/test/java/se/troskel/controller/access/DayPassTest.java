package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.GROUP_DOOR;
import static se.troskel.controller.access.Scene.QUIET_DOOR;
import static se.troskel.controller.access.Scene.TUESDAY;
import static se.troskel.controller.access.Scene.local;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import se.troskel.config.Door;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Goal: a day pass opens its own doors within its hours with its PIN, exam postures included, and
/// no other door at any hour. Method: a pass for the quiet room, asked at each door, hour, posture
/// and PIN; the refusals first.
class DayPassTest {
    private static final Door.Rules FOR_TWO = new Door.Rules(false, false, true, false, List.of());
    private final Scene scene = new Scene();

    @BeforeEach
    void aPassForTheQuietRoom() {
        scene.pass("vakt", Set.of("quiet"), Set.of());
        scene.at(QUIET_DOOR, TUESDAY).pin(PinEntered.RIGHT);
    }

    private AccessDecision show() {
        return scene.ask(new Claim.Pass(Medium.QR, "vakt"), Intent.ENTER);
    }

    private void refused(AccessDecision decision, CheckInReason reason, String rule) {
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.rules()).containsExactly(rule);
        assertThat(decision.unlock()).isEmpty();
        assertThat(decision.cause()).isEqualTo(DoorCause.CREDENTIAL);
    }

    @Nested
    class IsRefused {
        @Test
        void whenItIsUnknownOrItsHolderOrPinIsGone() {
            scene.passes.clear();
            refused(show(), CheckInReason.UNKNOWN, "pass.unknown");
            scene.pass("vakt", Set.of("quiet"), Set.of());
            scene.people.remove("vakt");
            refused(show(), CheckInReason.UNKNOWN, "pass.unknown");
            scene.pass("vakt", Set.of("quiet"), Set.of());
            scene.credentials.remove("vakt");
            refused(show(), CheckInReason.UNKNOWN, "pass.unknown");
        }

        @Test
        void whenStaffEndedItByJournalOrRegister() {
            scene.blocked.add("vakt");
            refused(show(), CheckInReason.TOKEN_EXPIRED, "pass.ended");
            assertThat(show().alert()).isTrue();
            scene.blocked.clear();
            scene.credentials.put("vakt", new Credential("vakt", "vakt", "$", null, true));
            refused(show(), CheckInReason.TOKEN_EXPIRED, "pass.ended");
        }

        @Test
        void withoutAClock() {
            scene.clockTrusted = false;
            refused(show(), CheckInReason.DOOR_UNAVAILABLE, "clock.untrusted");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-03T08:59:59, TOKEN_EARLY, pass.not-yet",
            "2026-03-03T17:00:00, TOKEN_EXPIRED, pass.over",
            "2026-03-04T10:00:00, TOKEN_EXPIRED, pass.over"
        })
        void outsideItsHours(String at, CheckInReason reason, String rule) {
            scene.at(at);
            refused(show(), reason, rule);
        }

        @Test
        void beforeItsHoursWithTheTimeToComeBack() {
            scene.at("2026-03-03T08:00");
            assertThat(show().next()).isEqualTo(NextStep.COME_BACK);
            assertThat(show().details().from()).isEqualTo(local("2026-03-03T09:00"));
            assertThat(show().details().until()).isEqualTo(local("2026-03-03T17:00"));
        }

        @ParameterizedTest
        @EnumSource(DoorPosture.class)
        void atAnotherRoomsDoorUnderEveryPosture(DoorPosture posture) {
            scene.postures.put(GROUP_DOOR, posture);
            scene.at(GROUP_DOOR, TUESDAY);
            refused(show(), CheckInReason.UNKNOWN, "pass.other-door");
        }

        @Test
        void fromAfarWhenItHasSeveralDoorsOrNone() {
            scene.at(ENTRANCE, TUESDAY);
            scene.pass("vakt", Set.of("quiet", "group"), Set.of());
            refused(show(), CheckInReason.DOOR_UNAVAILABLE, "pass.at-its-door");
            scene.pass("vakt", Set.of("study"), Set.of());
            refused(show(), CheckInReason.DOOR_UNAVAILABLE, "pass.at-its-door");
        }

        @Test
        void fromAfarAtADoorForTwo() {
            scene.doorRules.put(QUIET_DOOR, FOR_TWO);
            scene.at(ENTRANCE, TUESDAY);
            refused(show(), CheckInReason.DOOR_UNAVAILABLE, "pass.at-its-door");
        }

        @ParameterizedTest
        @CsvSource({
            "ARMED, BUILDING_ARMED, door.armed",
            "BLOCKED, DOOR_UNAVAILABLE, door.unavailable",
            "LOCKED_DOWN, DOOR_UNAVAILABLE, door.unavailable",
            "FIRE, DOOR_UNAVAILABLE, door.unavailable"
        })
        void whereNobodyIsLetIn(DoorPosture posture, CheckInReason reason, String rule) {
            scene.postures.put(QUIET_DOOR, posture);
            refused(show(), reason, rule);
        }

        @Test
        void withoutItsPinAlsoWhereACardWouldDo() {
            scene.pin(PinEntered.NOT_YET);
            refused(show(), CheckInReason.PIN_REQUIRED, "pin.required");
            scene.doorModes.put(QUIET_DOOR, DoorMode.UNLOCKED);
            refused(show(), CheckInReason.PIN_REQUIRED, "pin.required");
        }

        @Test
        void withAWrongPinAndPausedAfterTheThird() {
            scene.pin(PinEntered.WRONG);
            refused(show(), CheckInReason.PIN_WRONG, "pin.wrong");
            assertThat(show().details().triesLeft()).isEqualTo(2);
            scene.pins.put("vakt", new PinState(2, null));
            refused(show(), CheckInReason.PIN_LOCKED, "pin.paused");
            assertThat(show().alert()).isTrue();
            scene.pins.put("vakt", new PinState(0, local("2026-03-03T10:15")));
            scene.pin(PinEntered.RIGHT);
            refused(show(), CheckInReason.PIN_LOCKED, "pin.paused");
            assertThat(show().alert()).isFalse();
        }

        @Test
        void whenItHasNoPin() {
            scene.credentials.put("vakt", new Credential("vakt", "vakt", null, null, false));
            refused(show(), CheckInReason.AGREEMENT_MISSING, "pin.none-chosen");
        }

        @Test
        void aloneAtADoorForTwo() {
            scene.doorRules.put(QUIET_DOOR, FOR_TWO);
            assertThat(show().secondPersonAt()).isEqualTo(QUIET_DOOR);
            scene.secondPersons.put(
                    QUIET_DOOR, new SecondPersonWait("alva", scene.at.plusSeconds(30)));
            assertThat(show().unlock()).containsExactly(QUIET_DOOR);
        }

        @Test
        void duringEvacuation() {
            scene.evacuate = true;
            refused(show(), CheckInReason.EVACUATE, "evacuate");
        }

        @Test
        void atADoorThatWouldStandInForItsOwnButIsNotIts() {
            scene.pass("vakt", Set.of(), Set.of(QUIET_DOOR));
            scene.moreDoors.add(Scene.door("quiet-door-2", "quiet"));
            scene.doorsInTrouble.add(QUIET_DOOR);
            assertThat(show().unlock()).containsExactly(QUIET_DOOR);
            scene.pass("vakt", Set.of("quiet"), Set.of());
            assertThat(show().unlock()).containsExactly("quiet-door-2");
            assertThat(show().details().doorName()).isEqualTo("quiet-door-2");
        }

        @Test
        void asACard() {
            assertThat(scene.card("vakt").reason()).isEqualTo(CheckInReason.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorPosture.class,
            mode = Mode.EXCLUDE,
            names = {"ARMED", "BLOCKED", "LOCKED_DOWN", "FIRE"})
    void opensItsOwnDoorUnderEveryOtherPosture(DoorPosture posture) {
        scene.postures.put(QUIET_DOOR, posture);
        AccessDecision decision = show();
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.rules()).containsExactly("pass.now");
        assertThat(decision.unlock()).containsExactly(QUIET_DOOR);
        assertThat(decision.cause()).isEqualTo(DoorCause.STAFF);
        assertThat(decision.person()).isEqualTo("vakt");
        assertThat(decision.kind()).isEqualTo(VisitKind.WORKER);
        assertThat(decision.room()).isEqualTo("quiet");
        assertThat(decision.next()).isEqualTo(NextStep.GO_IN);
        assertThat(decision.details().until()).isEqualTo(local("2026-03-03T17:00"));
    }

    @Test
    void opensItsOnlyDoorFromATerminalAtNoRoom() {
        for (@Nullable String at : new @Nullable String[] {ENTRANCE, null}) {
            AccessDecision decision = showAt(at);
            assertThat(decision.unlock()).containsExactly(QUIET_DOOR);
            assertThat(decision.next()).isEqualTo(NextStep.GO_TO_ROOM);
            assertThat(decision.room()).isEqualTo("quiet");
        }
    }

    private AccessDecision showAt(@Nullable String door) {
        scene.at(door, TUESDAY);
        return show();
    }

    @Test
    void opensTheEntranceOnlyWhenThatIsItsOwn() {
        scene.pass("vakt", Set.of("quiet"), Set.of(ENTRANCE));
        assertThat(showAt(ENTRANCE).unlock()).containsExactly(ENTRANCE);
        assertThat(showAt(ENTRANCE).next()).isEqualTo(NextStep.GO_IN);
        assertThat(showAt(QUIET_DOOR).unlock()).containsExactly(QUIET_DOOR);
        assertThat(showAt(null).rules()).containsExactly("pass.at-its-door");
    }

    @Test
    void asksForNeitherOpeningHoursNorASeat() {
        scene.opening = Scene.opening();
        scene.counted.put("quiet", 99);
        scene.passes.replaceAll((id, pass) ->
                new DayPass(
                        id,
                        id,
                        "code",
                        Set.of("quiet"),
                        Set.of(),
                        local("2026-12-25T09:00"),
                        local("2026-12-25T17:00")));
        scene.at(Scene.CHRISTMAS);
        assertThat(show().unlock()).containsExactly(QUIET_DOOR);
    }

    @Test
    void leavesFreelyAndIsRecognised() {
        AccessDecision decision = scene.leave(new Claim.Pass(Medium.QR, "vakt"));
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(decision.person()).isEqualTo("vakt");
        scene.credentials.clear();
        assertThat(scene.leave(new Claim.Pass(Medium.QR, "vakt")).reason())
                .isEqualTo(CheckInReason.CHECKED_OUT);
    }

    @Test
    void givesItsHolderNothingBesideThePass() {
        scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
        scene.credentials.put("own", new Credential("own", "vakt", "$", null, false));
        assertThat(scene.card("own").rules()).containsExactly("door.no-exam-right");
        scene.account("vakt", Set.of(Capability.EXAM_ROOMS));
        scene.at(GROUP_DOOR, TUESDAY);
        assertThat(show().rules()).containsExactly("pass.other-door");
    }
}
