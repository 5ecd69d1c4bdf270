/// Tests of the region's page.
@NullMarked
package se.troskel.region.page;

import org.jspecify.annotations.NullMarked;
