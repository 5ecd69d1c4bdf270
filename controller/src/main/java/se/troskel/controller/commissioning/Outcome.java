package se.troskel.controller.commissioning;

/// How a step ended.
public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED,
    /// It has no result yet; only in a report.
    NOT_TRIED
}
