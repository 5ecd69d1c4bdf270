/// Tests of the terminals' messages.
@NullMarked
package se.troskel.protocol.kiosk;

import org.jspecify.annotations.NullMarked;
