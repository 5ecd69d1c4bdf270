/// Tests of the guided commissioning.
@NullMarked
package se.troskel.controller.commissioning;

import org.jspecify.annotations.NullMarked;
