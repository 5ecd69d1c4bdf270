/// QR codes to and from gray pictures, and PNG without a window system.
@NullMarked
package se.troskel.hardware.qr;

import org.jspecify.annotations.NullMarked;
