/// Opens the devices that a centre is configured with.
@NullMarked
package se.troskel.hardware.centre;

import org.jspecify.annotations.NullMarked;
