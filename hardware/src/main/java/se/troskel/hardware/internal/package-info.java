/// What the drivers share: ordered listeners, reported health, the monotonic timer.
@NullMarked
package se.troskel.hardware.internal;

import org.jspecify.annotations.NullMarked;
