package se.troskel.controller.page;

import se.troskel.controller.page.ConfirmationDesk.Told;

/// A sitting with its day and time in words.
public record ConfirmationLine(Told told, String when) {}
