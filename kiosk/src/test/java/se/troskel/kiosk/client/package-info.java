/// Tests of the package of the same name.
@NullMarked
package se.troskel.kiosk.client;

import org.jspecify.annotations.NullMarked;
