/// Tests of the region's monitor.
@NullMarked
package se.troskel.region;

import org.jspecify.annotations.NullMarked;
