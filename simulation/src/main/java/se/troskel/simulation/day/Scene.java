package se.troskel.simulation.day;

/// A part of the day. A step that does not hold is reported, and the scene goes on.
interface Scene {
    String name();

    void play(Stage stage);
}
