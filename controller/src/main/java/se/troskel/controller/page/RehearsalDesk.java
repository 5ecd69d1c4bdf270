package se.troskel.controller.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.exam.Rehearsal;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.protocol.event.ClockTrust;

/// Exam days before they come. Thread-safe; does not block.
public interface RehearsalDesk {
    /// A day that is rehearsed anew with the lists and rules of now.
    ///
    /// @param day null for the next day on which an exam starts; today when there is none
    Evening rehearse(@Nullable LocalDate day);

    /// What is known the evening before.
    ///
    /// @param days from today on that have a sitting, in order
    /// @param who the candidates of the day by registration
    /// @param rooms by id
    record Evening(
            Rehearsal rehearsal,
            List<LocalDate> days,
            Map<String, Who> who,
            Map<String, Room> rooms,
            Readiness ready) {
        public Evening {
            days = List.copyOf(days);
            who = Map.copyOf(who);
            rooms = Map.copyOf(rooms);
        }
    }

    /// A candidate on the page.
    ///
    /// @param name what they are called here; with a protected identity a mark
    /// @param isProtected whether their course may not stand beside it
    record Who(String name, boolean isProtected) {
        /// Without the name.
        @Override
        public String toString() {
            return "Who";
        }
    }

    /// Whether the building itself is ready.
    ///
    /// @param terminals how many there are
    /// @param connected how many of them are connected
    record Readiness(ClockTrust clock, RegisterDamage register, int terminals, int connected) {}
}
