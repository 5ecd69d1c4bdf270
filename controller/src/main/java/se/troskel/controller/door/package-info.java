/// One door's state machine. Pure: state and an input in, state and effects out; no clock, no I/O,
/// no thread.
@NullMarked
package se.troskel.controller.door;

import org.jspecify.annotations.NullMarked;
