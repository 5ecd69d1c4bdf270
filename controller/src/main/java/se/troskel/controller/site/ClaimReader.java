package se.troskel.controller.site;

import se.troskel.controller.access.Claim;
import se.troskel.protocol.decision.Medium;

/// Turns what a reader gave into a claim: checks its form and its signature. Never throws; may take
/// some milliseconds, so it never runs on the loop.
public interface ClaimReader {
    Claim claim(Medium medium, String value);
}
