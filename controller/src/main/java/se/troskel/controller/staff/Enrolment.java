package se.troskel.controller.staff;

import java.time.Instant;

/// A new student on the way.
public record Enrolment(String id, String kiosk, Step step, Instant expires) {
    /// How far it is.
    public enum Step {
        WAITING_FOR_CARD,
        WAITING_FOR_NAME,
        WAITING_FOR_PIN,
        DONE
    }
}
