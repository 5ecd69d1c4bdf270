/// The scripted day, played as a test.
@NullMarked
package se.troskel.simulation.day;

import org.jspecify.annotations.NullMarked;
