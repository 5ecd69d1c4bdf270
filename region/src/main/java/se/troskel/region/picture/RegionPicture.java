package se.troskel.region.picture;

import java.util.List;

/// What is known of every centre at one moment. Immutable.
///
/// @param version rises with every change since the start of the region's program
/// @param connected whether the broker can be reached
public record RegionPicture(long version, boolean connected, List<CentrePicture> centres) {
    public RegionPicture {
        centres = List.copyOf(centres);
    }
}
