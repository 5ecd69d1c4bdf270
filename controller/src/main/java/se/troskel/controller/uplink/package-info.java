/// The way to the region: events until acknowledged, state retained. Nothing that arrives here can
/// move a lock.
@NullMarked
package se.troskel.controller.uplink;

import org.jspecify.annotations.NullMarked;
