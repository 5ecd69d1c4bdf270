/// How many people are in each room, and how sure that is. Pure: no clock, no I/O, no thread.
@NullMarked
package se.troskel.controller.occupancy;

import org.jspecify.annotations.NullMarked;
