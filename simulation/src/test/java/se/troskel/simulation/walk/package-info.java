@NullMarked
package se.troskel.simulation.walk;

import org.jspecify.annotations.NullMarked;
