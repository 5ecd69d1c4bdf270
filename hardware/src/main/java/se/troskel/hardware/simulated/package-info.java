/// Every device of a centre in memory, and the hand that works them: demo, tests, and centres on
/// paper.
@NullMarked
package se.troskel.hardware.simulated;

import org.jspecify.annotations.NullMarked;
