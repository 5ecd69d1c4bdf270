/// The scripted day: scenes at Katrineholm, each step with what was expected and what was seen.
@NullMarked
package se.troskel.simulation.day;

import org.jspecify.annotations.NullMarked;
