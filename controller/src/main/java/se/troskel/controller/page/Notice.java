package se.troskel.controller.page;

/// One sentence on top of a page about what was just done or refused.
///
/// @param good whether it was done
public record Notice(boolean good, String sentence) {}
