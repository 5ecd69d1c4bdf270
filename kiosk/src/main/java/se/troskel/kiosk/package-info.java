/// The terminal as a program: wires flow, screens, readers and the way to the controller.
@NullMarked
package se.troskel.kiosk;

import org.jspecify.annotations.NullMarked;
