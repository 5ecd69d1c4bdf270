/// The vocabulary of people in rooms: how many, and how sure we are.
@NullMarked
package se.troskel.protocol.occupancy;

import org.jspecify.annotations.NullMarked;
