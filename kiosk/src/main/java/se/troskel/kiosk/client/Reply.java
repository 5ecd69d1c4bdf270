package se.troskel.kiosk.client;

/// What came back from the controller.
public sealed interface Reply<T> {
    /// A whole, valid message.
    record Heard<T>(T message) implements Reply<T> {}

    /// Nobody answered in time, also not when asked again.
    record Unreachable<T>() implements Reply<T> {}

    /// The controller is there, but refused the message or gave an answer that makes no sense.
    ///
    /// @param why for the log; holds no value that was sent
    record Refused<T>(String why) implements Reply<T> {}
}
