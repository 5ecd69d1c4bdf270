package se.troskel.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A door. Every door opens from inside by its egress hardware without power, controller or
/// network; nothing here can change that.
///
/// @param id unique among the doors
/// @param name as on its sign
/// @param kind whose lock it is
/// @param room the room it leads into; null for the entrance of the building
/// @param lock the lock and the output that drives it
/// @param egressHardware what opens the door from inside, by hand, without power, controller or
///   network (DOMAIN L12); `THUMBTURN` only for at most 50 people (L13)
/// @param contact id of the door contact; null when there is none, its position is then unknown
/// @param requestToExit id of the exit button or sensor; null when there is none
/// @param lockMonitor id of the bolt or latch contact; null when there is none
/// @param reader id of a card reader beside the door; null when there is none
/// @param tamper id of the contact that says whether somebody opens the lock's or reader's housing;
///   null when there is none
/// @param otherSystem what the other system of a `FOREIGN` door tells us; null when it tells
///   nothing
/// @param area id of the area that can be locked down together; null for none
/// @param times how long things may last
/// @param rules what the door does beyond locking and unlocking
/// @param releaseOnFire whether the lock is also released while the fire input is latched; an
///   addition to the egress hardware, never instead of it (DOMAIN L14)
/// @param openedOtherwise hours in which an opening by key or another system is no alarm; empty for
///   none
/// @param unlocked hours in which the door stands unlocked by schedule; empty for none
/// @param assurance what has to be presented, by hour; the first that fits counts, and outside all
///   of them `CARD_AND_PIN`
public record Door(
        @Form(value = Form.ID, example = "entrance") String id,
        String name,
        Kind kind,
        @Form(value = Form.ID, example = "exam-1") @Nullable String room,
        Lock lock,
        EgressHardware egressHardware,
        @Form(value = Form.ID, example = "entrance-contact") @Nullable String contact,
        @Form(value = Form.ID, example = "entrance-exit") @Nullable String requestToExit,
        @Form(value = Form.ID, example = "entrance-bolt") @Nullable String lockMonitor,
        @Form(value = Form.ID, example = "exam-1-reader") @Nullable String reader,
        @Form(value = Form.ID, example = "exam-1-tamper") @Nullable String tamper,
        @Nullable OtherSystem otherSystem,
        @Form(value = Form.ID, example = "exam-wing") @Nullable String area,
        Times times,
        Rules rules,
        boolean releaseOnFire,
        List<Hours> openedOtherwise,
        List<Hours> unlocked,
        List<Assurance> assurance) {
    public Door {
        openedOtherwise = List.copyOf(openedOtherwise);
        unlocked = List.copyOf(unlocked);
        assurance = List.copyOf(assurance);
    }

    /// Whose lock it is.
    public enum Kind {
        /// We drive the lock.
        OWN,
        /// We pulse another system's opening input; what cannot be sensed is unknown.
        FOREIGN
    }

    /// What lets people out.
    public enum EgressHardware {
        HANDLE,
        PUSHPAD,
        PUSHBAR,
        /// Only for at most 50 people (DOMAIN L13).
        THUMBTURN
    }

    /// The lock and the output that drives it.
    ///
    /// @param type what the lock does without power
    /// @param output id of a `LOCK` device
    public record Lock(Type type, @Form(value = Form.ID, example = "entrance-lock") String output) {
        /// What the lock does without power.
        public enum Type {
            FAIL_SAFE,
            FAIL_SECURE,
            MOTOR
        }
    }

    /// How long things may last, in seconds.
    ///
    /// @param accessSeconds unlocked after a grant, 1 to 60
    /// @param extendedAccessSeconds the same for those who need longer, `accessSeconds` or more, at
    ///   most 300
    /// @param openTooLongSeconds open before the alarm, 5 to 3600
    /// @param preAlarmSeconds warning before the alarm, 0 (none) to `openTooLongSeconds`
    public record Times(
            @Range(min = 1, max = 60) int accessSeconds,
            @Range(min = 1, max = 300) int extendedAccessSeconds,
            @Range(min = 5, max = 3600) int openTooLongSeconds,
            @Range(min = 0, max = 3600) int preAlarmSeconds) {
        public Duration access() {
            return Duration.ofSeconds(accessSeconds);
        }

        public Duration openTooLong() {
            return Duration.ofSeconds(openTooLongSeconds);
        }

        public Duration preAlarm() {
            return Duration.ofSeconds(preAlarmSeconds);
        }
    }

    /// What the door does beyond locking and unlocking.
    ///
    /// @param requestToExitUnlocks whether a request to exit also unlocks for `accessSeconds`, as
    ///   at a door with a magnet lock; the egress hardware opens it in any case
    /// @param firstPersonIn whether a scheduled unlocking waits until somebody with a right was let
    ///   in that day
    /// @param twoPersons whether two people with a right must show theirs within a minute
    /// @param notesReentry whether coming in twice without going out is recorded (soft
    ///   anti-passback); it refuses nobody
    /// @param holdOpen hours in which staff may unlock for longer than `access.staffUnlockMinutes`,
    ///   at most to their end; empty for never
    public record Rules(
            boolean requestToExitUnlocks,
            boolean firstPersonIn,
            boolean twoPersons,
            boolean notesReentry,
            List<Hours> holdOpen) {
        /// A door that does none of it.
        public static final Rules PLAIN = new Rules(false, false, false, false, List.of());

        public Rules {
            holdOpen = List.copyOf(holdOpen);
        }
    }

    /// What the other system of a `FOREIGN` door tells us, each by a potential-free contact.
    ///
    /// @param granted id of the input that says it let somebody in; null when there is none
    /// @param alarm id of the input that says it raised an alarm at the door; null when there is
    ///   none
    public record OtherSystem(
            @Form(value = Form.ID, example = "group-1-granted") @Nullable String granted,
            @Form(value = Form.ID, example = "group-1-alarm") @Nullable String alarm) {}

    /// Weekly hours, local time.
    ///
    /// @param days the days of the week
    /// @param from first minute
    /// @param until after `from`, or "00:00" for midnight at the end of the day
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        public Hours {
            days = Set.copyOf(days);
        }
    }

    /// What the door asks for in given hours; the first that fits counts, and outside all of them
    /// `CARD_AND_PIN`.
    ///
    /// @param days the days of the week
    /// @param from first minute
    /// @param until after `from`, or "00:00" for midnight at the end of the day
    /// @param require what has to be presented
    /// @param acceptedBy who accepted `CARD` (a number that can be copied) for these hours, and
    ///   when: "NAME, DATE"; null for `CARD_AND_PIN`, which needs nobody's consent
    public record Assurance(
            Set<DayOfWeek> days,
            LocalTime from,
            LocalTime until,
            Require require,
            @Form(
                            value = "^[^,]{2,80}, [0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            example = "Rektor Ada Provsson, 2026-08-01")
                    @Nullable String acceptedBy) {
        public Assurance {
            days = Set.copyOf(days);
        }

        /// What has to be presented.
        public enum Require {
            CARD,
            CARD_AND_PIN
        }
    }
}
