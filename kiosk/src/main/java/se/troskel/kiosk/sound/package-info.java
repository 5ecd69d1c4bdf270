/// The terminal's sounds: sine tones made in code.
@NullMarked
package se.troskel.kiosk.sound;

import org.jspecify.annotations.NullMarked;
