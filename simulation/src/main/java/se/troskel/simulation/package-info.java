/// A whole centre in software.
@NullMarked
package se.troskel.simulation;

import org.jspecify.annotations.NullMarked;
