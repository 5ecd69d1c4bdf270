/// Controller's uplink and region together, over real brokers.
@NullMarked
package se.troskel.simulation.uplink;

import org.jspecify.annotations.NullMarked;
