/// Goal: nobody waits long before an exam, and no trouble makes anybody else wait. Method: many
/// mornings in simulated time.
@NullMarked
package se.troskel.simulation.queue;

import org.jspecify.annotations.NullMarked;
