/// The door's state machine, walked through every state it can reach.
@NullMarked
package se.troskel.controller.door;

import org.jspecify.annotations.NullMarked;
