/// The record of a sitting that goes back to its university. It leaves the centre as a file that
/// staff hand over, never over MQTT.
@NullMarked
package se.troskel.protocol.exam;

import org.jspecify.annotations.NullMarked;
