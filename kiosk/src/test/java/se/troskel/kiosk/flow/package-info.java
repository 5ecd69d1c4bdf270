/// Tests of the package of the same name.
@NullMarked
package se.troskel.kiosk.flow;

import org.jspecify.annotations.NullMarked;
