/// Ports to locks, contacts, buttons, readers, scanners and sensors. Listeners run on a device's
/// thread and must only enqueue.
@NullMarked
package se.troskel.hardware;

import org.jspecify.annotations.NullMarked;
