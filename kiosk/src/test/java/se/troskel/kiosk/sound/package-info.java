/// Tests of the package of the same name.
@NullMarked
package se.troskel.kiosk.sound;

import org.jspecify.annotations.NullMarked;
