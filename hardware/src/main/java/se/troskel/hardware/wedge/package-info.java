/// Scanners that type like a keyboard.
@NullMarked
package se.troskel.hardware.wedge;

import org.jspecify.annotations.NullMarked;
