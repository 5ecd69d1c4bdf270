package se.troskel.protocol.decision;

/// How an answer looks and sounds: always a shape and a word too, never a colour alone. Red
/// (`STOP`) is for evacuation only; being refused is `ACT`.
public enum Tone {
    /// Recorded, go on.
    OK,
    /// Directions.
    INFO,
    /// Wait until a time.
    WAIT,
    /// The person has to do something.
    ACT,
    /// Evacuate.
    STOP
}
