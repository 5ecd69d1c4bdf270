/// Messages of the local API about lists that other systems send.
@NullMarked
package se.troskel.protocol.lists;

import org.jspecify.annotations.NullMarked;
