package se.troskel.hardware;

/// A buzzer and light at a door.
public non-sealed interface Sounder extends Device {
    /// Gives the signal; returns at once.
    ///
    /// @throws HardwareException when it cannot be driven; the caller records it and goes on
    void signal(Signal signal);

    /// The signals.
    enum Signal {
        GRANTED,
        REFUSED,
        /// The door will be in alarm soon: close it.
        CLOSE_THE_DOOR,
        ALARM,
        QUIET
    }
}
