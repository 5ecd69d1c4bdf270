/// What the tests speak of.
@NullMarked
package se.troskel.kiosk.sample;

import org.jspecify.annotations.NullMarked;
