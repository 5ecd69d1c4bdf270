/// The controller's private keys, made at its first start, and what is computed with them.
@NullMarked
package se.troskel.controller.keys;

import org.jspecify.annotations.NullMarked;
