/// Tests of the measuring itself, never of what it measures.
@NullMarked
package se.troskel.simulation.bench;

import org.jspecify.annotations.NullMarked;
