/// Tests of what the screens show.
@NullMarked
package se.troskel.kiosk.model;

import org.jspecify.annotations.NullMarked;
