/// The kiosk's side of the local API.
@NullMarked
package se.troskel.kiosk.client;

import org.jspecify.annotations.NullMarked;
