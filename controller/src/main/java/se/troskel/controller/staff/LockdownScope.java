package se.troskel.controller.staff;

import se.troskel.config.Door;

/// What is locked down together.
public sealed interface LockdownScope {
    /// Whether the door belongs to it.
    boolean includes(Door door);

    /// One door.
    record OfDoor(String door) implements LockdownScope {
        @Override
        public boolean includes(Door one) {
            return one.id().equals(door);
        }
    }

    /// The doors of an area.
    record OfArea(String area) implements LockdownScope {
        @Override
        public boolean includes(Door one) {
            return area.equals(one.area());
        }
    }

    /// Every door of the centre.
    record OfCentre() implements LockdownScope {
        @Override
        public boolean includes(Door one) {
            return true;
        }
    }
}
