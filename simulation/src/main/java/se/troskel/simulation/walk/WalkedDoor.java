package se.troskel.simulation.walk;

import java.util.List;
import se.troskel.config.Door;

/// The doors that are walked: both kinds, with and without release at fire, with and without a
/// button that unlocks. Their times are a few seconds, in whole seconds, so that the walk's
/// instants are few and every order of deadlines occurs.
public enum WalkedDoor {
    OWN_RELEASED(Door.Kind.OWN, true, false),
    OWN_WITH_BUTTON(Door.Kind.OWN, true, true),
    OWN_NOT_RELEASED(Door.Kind.OWN, false, false),
    FOREIGN(Door.Kind.FOREIGN, false, false);

    /// Longer than a pulse, as long as staff or a schedule unlocks.
    static final int LONG_SECONDS = 3;

    private final Door.Kind kind;
    private final boolean releaseOnFire;
    private final boolean buttonUnlocks;

    WalkedDoor(Door.Kind kind, boolean releaseOnFire, boolean buttonUnlocks) {
        this.kind = kind;
        this.releaseOnFire = releaseOnFire;
        this.buttonUnlocks = buttonUnlocks;
    }

    /// Its configuration.
    public Door door() {
        return new Door(
                "walked",
                "Walked",
                kind,
                "room",
                new Door.Lock(Door.Lock.Type.FAIL_SECURE, "lock"),
                Door.EgressHardware.HANDLE,
                "contact",
                "exit",
                "monitor",
                null,
                null,
                null,
                null,
                new Door.Times(1, 2, LONG_SECONDS, 1),
                new Door.Rules(buttonUnlocks, false, false, false, List.of()),
                releaseOnFire,
                List.of(),
                List.of(),
                List.of());
    }
}
