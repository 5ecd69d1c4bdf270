/// `troskel bench`: how fast the real parts are, each figure beside the floor of this machine.
@NullMarked
package se.troskel.simulation.bench;

import org.jspecify.annotations.NullMarked;
