/// The vocabulary of a check-in decision: what was presented, what was decided and what the person
/// can do now.
@NullMarked
package se.troskel.protocol.decision;

import org.jspecify.annotations.NullMarked;
