/// `troskel simulate queue`: how long people wait before an exam, by the real decisions and human
/// times.
@NullMarked
package se.troskel.simulation.queue;

import org.jspecify.annotations.NullMarked;
