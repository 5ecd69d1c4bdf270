/// The region's durable record: every centre's events exactly as its journal has them, the newest
/// states, and samples of how many people were where.
@NullMarked
package se.troskel.region.store;

import org.jspecify.annotations.NullMarked;
