package se.troskel.controller.door;

import java.util.List;
import se.troskel.config.Door;

/// A door for tests.
final class DoorFixture {
    private DoorFixture() {}

    static Door door(Door.Kind kind, Door.Times times) {
        return door(kind, times, Door.Rules.PLAIN, false);
    }

    /// One that is released when fire is latched.
    static Door doorReleasedOnFire(Door.Times times) {
        return door(Door.Kind.OWN, times, Door.Rules.PLAIN, true);
    }

    /// One whose request to exit also unlocks.
    static Door doorWithButton(Door.Times times) {
        return door(
                Door.Kind.OWN, times, new Door.Rules(true, false, false, false, List.of()), false);
    }

    private static Door door(
            Door.Kind kind, Door.Times times, Door.Rules rules, boolean releaseOnFire) {
        return new Door(
                "exam-1",
                "Tentasal 1",
                kind,
                "exam",
                new Door.Lock(Door.Lock.Type.FAIL_SECURE, "exam-1-lock"),
                Door.EgressHardware.HANDLE,
                "exam-1-contact",
                "exam-1-exit",
                "exam-1-monitor",
                null,
                null,
                null,
                null,
                times,
                rules,
                releaseOnFire,
                List.of(),
                List.of(),
                List.of());
    }
}
