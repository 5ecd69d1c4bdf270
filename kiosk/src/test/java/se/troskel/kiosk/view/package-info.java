/// Tests of the package of the same name.
@NullMarked
package se.troskel.kiosk.view;

import org.jspecify.annotations.NullMarked;
