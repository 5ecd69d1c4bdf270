/// Tests of what candidates are told.
@NullMarked
package se.troskel.controller.confirmation;

import org.jspecify.annotations.NullMarked;
