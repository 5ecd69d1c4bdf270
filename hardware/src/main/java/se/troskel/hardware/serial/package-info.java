/// Code scanners and card readers on a serial line.
@NullMarked
package se.troskel.hardware.serial;

import org.jspecify.annotations.NullMarked;
