/// What arrives from the centres: checked, stored, then acknowledged, in that order.
@NullMarked
package se.troskel.region.intake;

import org.jspecify.annotations.NullMarked;
