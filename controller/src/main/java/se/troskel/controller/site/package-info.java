/// The site loop: one thread owns all state, everything else offers inputs and carries out effects.
@NullMarked
package se.troskel.controller.site;

import org.jspecify.annotations.NullMarked;
