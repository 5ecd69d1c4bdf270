/// The demo's own broker, and a proxy whose line can be cut.
@NullMarked
package se.troskel.simulation.broker;

import org.jspecify.annotations.NullMarked;
