/// Signed QR tickets: made, verified and rendered.
@NullMarked
package se.troskel.controller.ticket;

import org.jspecify.annotations.NullMarked;
