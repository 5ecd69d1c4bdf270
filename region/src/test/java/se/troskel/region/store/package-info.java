/// Tests of the region's store.
@NullMarked
package se.troskel.region.store;

import org.jspecify.annotations.NullMarked;
