/// What is known now of every centre.
@NullMarked
package se.troskel.region.picture;

import org.jspecify.annotations.NullMarked;
