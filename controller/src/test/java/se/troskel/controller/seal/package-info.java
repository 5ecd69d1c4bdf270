@NullMarked
package se.troskel.controller.seal;

import org.jspecify.annotations.NullMarked;
