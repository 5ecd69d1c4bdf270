/// The guided proof that a centre's locks, contacts, buttons, readers and sensors do what their
/// configuration says. Pure: state and an input in, state out; no clock, no I/O, no thread.
@NullMarked
package se.troskel.controller.commissioning;

import org.jspecify.annotations.NullMarked;
