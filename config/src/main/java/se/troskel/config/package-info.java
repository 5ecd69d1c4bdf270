/// A centre as configured: rooms, doors, devices, hours and rules. The records are values; times
/// are local to the centre.
@NullMarked
package se.troskel.config;

import org.jspecify.annotations.NullMarked;
