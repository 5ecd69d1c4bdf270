/// What every part of Tröskel agrees on before it says anything: ids, limits, and the root of our
/// exceptions.
@NullMarked
package se.troskel.protocol;

import org.jspecify.annotations.NullMarked;
