/// The staff pages.
@NullMarked
package se.troskel.controller.page;

import org.jspecify.annotations.NullMarked;
