/// Tests of the package of the same name.
@NullMarked
package se.troskel.kiosk.text;

import org.jspecify.annotations.NullMarked;
