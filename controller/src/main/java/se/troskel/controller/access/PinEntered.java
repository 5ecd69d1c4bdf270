package se.troskel.controller.access;

/// Whether a PIN came with the presentation, and whether it was right.
public enum PinEntered {
    NOT_YET,
    RIGHT,
    WRONG
}
