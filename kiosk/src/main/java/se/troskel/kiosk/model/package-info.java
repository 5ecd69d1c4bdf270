/// View models: what each screen shows, as plain JavaFX properties, without any node. Used on the
/// JavaFX thread only.
@NullMarked
package se.troskel.kiosk.model;

import org.jspecify.annotations.NullMarked;
