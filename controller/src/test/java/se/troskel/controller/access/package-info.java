/// Decisions held to the table of DOMAIN 5.1, and the calendar they stand on.
@NullMarked
package se.troskel.controller.access;

import org.jspecify.annotations.NullMarked;
