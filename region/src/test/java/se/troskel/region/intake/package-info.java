/// Tests of the region's intake.
@NullMarked
package se.troskel.region.intake;

import org.jspecify.annotations.NullMarked;
