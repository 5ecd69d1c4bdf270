/// One way of reading and writing JSON: unknown members ignored, missing ones refused, sizes
/// capped.
@NullMarked
package se.troskel.protocol.json;

import org.jspecify.annotations.NullMarked;
