/// Tests of the package of the same name.
@NullMarked
package se.troskel.kiosk;

import org.jspecify.annotations.NullMarked;
