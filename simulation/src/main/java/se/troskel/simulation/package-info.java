/// A whole centre on one machine: the demo and its launchers. Production programs know nothing of
/// this module.
@NullMarked
package se.troskel.simulation;

import org.jspecify.annotations.NullMarked;
