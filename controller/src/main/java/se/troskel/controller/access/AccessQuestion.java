package se.troskel.controller.access;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Intent;

/// What is asked of the decision.
///
/// @param device the reader or terminal
/// @param door the door that this reader lets in by; null for a terminal that opens none
public record AccessQuestion(
        Claim claim, Intent intent, PinEntered pin, String device, @Nullable String door) {}
