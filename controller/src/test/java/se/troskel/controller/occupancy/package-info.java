/// People per room: how many, and how sure that is.
@NullMarked
package se.troskel.controller.occupancy;

import org.jspecify.annotations.NullMarked;
