package se.troskel.controller.page;

import java.util.List;

/// How far the new student is, and what was typed.
///
/// @param step 0 before the start, 1 to 4 on the way
/// @param kiosk name of the terminal; empty before the start
/// @param kiosks the terminals to choose from
/// @param millisLeft until the enrolment ends by itself; 0 when it does not
public record NewStudentView(
        int step,
        String kiosk,
        List<Kiosk> kiosks,
        long millisLeft,
        String name,
        String born,
        boolean agreement,
        String validUntil,
        boolean extendedTime) {
    public NewStudentView {
        kiosks = List.copyOf(kiosks);
    }

    /// A terminal.
    public record Kiosk(String id, String name) {}

    /// Whether the page waits for somebody at the terminal.
    public boolean isWaiting() {
        return step == 1 || step == 3;
    }

    /// Without what was typed.
    @Override
    public String toString() {
        return "NewStudentView[" + step + "]";
    }
}
