/// The terminal's screens, built in code. Views know view models, never the reverse. JavaFX thread
/// only.
@NullMarked
package se.troskel.kiosk.view;

import org.jspecify.annotations.NullMarked;
