/// A walk through every state that a door can reach, checking the invariants in each.
@NullMarked
package se.troskel.simulation.walk;

import org.jspecify.annotations.NullMarked;
