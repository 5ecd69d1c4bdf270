package se.troskel.hardware.simulated;

import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.pi4j.MemoryContact;

/// The bolt of a lock and the monitor that senses it: the bolt follows the lock's output unless it
/// is jammed, then it stays where it is. Thread-safe.
final class SimulatedBolt {
    private final MemoryContact monitor;
    private Level driven = Level.REST;
    private boolean jammed;

    SimulatedBolt(MemoryContact monitor) {
        this.monitor = monitor;
    }

    /// The output drives the bolt.
    ///
    /// @param level REST thrown, ACTIVE drawn
    synchronized void drive(Level level) {
        driven = level;
        move();
    }

    synchronized void jam(boolean stuck) {
        jammed = stuck;
        move();
    }

    private void move() {
        if (!jammed) {
            monitor.put(driven);
        }
    }
}
