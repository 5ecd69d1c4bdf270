/// Locks and inputs over Pi4J, and the in-memory Pi4J provider of the simulation. The only package
/// that knows Pi4J.
@NullMarked
package se.troskel.hardware.pi4j;

import org.jspecify.annotations.NullMarked;
