/// Topics and messages between a centre and the region. Nothing in this package can move a lock.
@NullMarked
package se.troskel.protocol.mqtt;

import org.jspecify.annotations.NullMarked;
