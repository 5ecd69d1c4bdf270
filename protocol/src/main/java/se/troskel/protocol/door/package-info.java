/// The vocabulary of doors (ONVIF Door Control, IEC 60839-11-1). Told, sensed lock and sensed
/// position are three facts.
@NullMarked
package se.troskel.protocol.door;

import org.jspecify.annotations.NullMarked;
