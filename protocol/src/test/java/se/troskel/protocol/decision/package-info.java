/// Tests of the vocabulary of a decision.
@NullMarked
package se.troskel.protocol.decision;

import org.jspecify.annotations.NullMarked;
