/// The loopback control port of a simulated program: works its devices, its clock and its screen.
@NullMarked
package se.troskel.simulation.control;

import org.jspecify.annotations.NullMarked;
