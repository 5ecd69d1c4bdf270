/// Messages of the local API between a kiosk and its centre's controller.
@NullMarked
package se.troskel.protocol.kiosk;

import org.jspecify.annotations.NullMarked;
