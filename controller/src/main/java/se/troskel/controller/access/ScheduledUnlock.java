package se.troskel.controller.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.OpeningHours.Stretch;
import se.troskel.protocol.door.DoorPosture;

/// Whether a door stands unlocked by its schedule. Pure. It does only while all of this holds:
///
/// 1. the clock can be believed;
/// 2. no standing order forbids it ([DoorPosture#isScheduled()]);
/// 3. it is in one of the door's hours, and no closed day;
/// 4. staff has not locked it by hand in these very hours, and not unlocked it since;
/// 5. where the first person in is waited for, somebody was let in that day.
///
/// Nothing is remembered between two answers: when an order is lifted or a clock set right, the
/// schedule goes on by itself.
public final class ScheduledUnlock {
    private final DoorHours hours;
    private final boolean firstPersonIn;
    private final ZoneId zone;

    /// The schedule of one door.
    ///
    /// @param firstPersonIn whether 5 applies
    public ScheduledUnlock(DoorHours hours, boolean firstPersonIn, ZoneId zone) {
        this.hours = hours;
        this.firstPersonIn = firstPersonIn;
        this.zone = zone;
    }

    /// What is known of the door at an instant.
    ///
    /// @param at wall clock
    /// @param day what people did there
    public record Facts(Instant at, boolean clockTrusted, DoorPosture posture, DoorDay day) {}

    /// What people did at a door that its schedule goes by.
    ///
    /// @param letIn when somebody with a right was last let in, or staff last unlocked; null for
    ///   never
    /// @param lockedByHand when staff locked it, not having unlocked it since; null when they have
    ///   not
    public record DoorDay(@Nullable Instant letIn, @Nullable Instant lockedByHand) {
        /// Nobody came yet.
        public static final DoorDay NOTHING = new DoorDay(null, null);

        /// With somebody let in.
        public DoorDay letInAt(Instant at) {
            return new DoorDay(at, lockedByHand);
        }

        /// Which also lets somebody in.
        public DoorDay unlockedByHandAt(Instant at) {
            return new DoorDay(at, null);
        }

        /// With the door locked by staff.
        public DoorDay lockedByHandAt(Instant at) {
            return new DoorDay(letIn, at);
        }
    }

    /// Until when it stands unlocked; empty when it does not.
    public Optional<Instant> until(Facts facts) {
        if (!facts.clockTrusted() || !facts.posture().isScheduled()) {
            return Optional.empty();
        }
        return hours.unlocked(facts.at())
                .filter(now -> !isKeptLocked(now, facts.day()))
                .filter(_ -> !firstPersonIn || isToday(facts.day().letIn(), facts.at()))
                .map(Stretch::until);
    }

    private static boolean isKeptLocked(Stretch now, DoorDay day) {
        Instant locked = day.lockedByHand();
        return locked != null && !locked.isBefore(now.from()) && locked.isBefore(now.until());
    }

    private boolean isToday(@Nullable Instant letIn, Instant at) {
        return letIn != null
                && LocalDate.ofInstant(letIn, zone).equals(LocalDate.ofInstant(at, zone));
    }
}
