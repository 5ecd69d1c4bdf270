/// Bench mode: listens to the devices of the step that is being proven, pulses what has to move,
/// and keeps progress and signed reports in the data folder.
@NullMarked
package se.troskel.controller.bench;

import org.jspecify.annotations.NullMarked;
