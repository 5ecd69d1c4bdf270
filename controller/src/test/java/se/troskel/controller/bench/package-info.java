/// Tests of bench mode.
@NullMarked
package se.troskel.controller.bench;

import org.jspecify.annotations.NullMarked;
