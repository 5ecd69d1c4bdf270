/// Tests of identity numbers, names and machine-readable lines.
@NullMarked
package se.troskel.controller.identity;

import org.jspecify.annotations.NullMarked;
