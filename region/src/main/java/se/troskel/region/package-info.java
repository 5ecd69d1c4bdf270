/// The region's monitor: takes in every centre's reports, keeps them, shows them. It asks for
/// nothing that could move a lock, and holds no person's data.
@NullMarked
package se.troskel.region;

import org.jspecify.annotations.NullMarked;
