/// The terminal's flow: one state machine, pure. Reads no clock, does no I/O, starts no thread.
@NullMarked
package se.troskel.kiosk.flow;

import org.jspecify.annotations.NullMarked;
