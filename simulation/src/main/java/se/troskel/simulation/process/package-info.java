/// Child processes: started from their production classes, restarted when they die, killed on
/// purpose.
@NullMarked
package se.troskel.simulation.process;

import org.jspecify.annotations.NullMarked;
