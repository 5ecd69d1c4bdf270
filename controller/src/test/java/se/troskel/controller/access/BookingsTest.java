package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.troskel.controller.register.Booking;

/// Goal: a booking speaks for its own person, its own room and its own time only. Method: the
/// bookings of two people in two rooms, asked around their edges.
class BookingsTest {
    private final Scene scene = new Scene();

    private Bookings at(String time) {
        return new Bookings(scene.snapshot(), local(time));
    }

    private void bo(String id, String room, String from, String until) {
        scene.bookings.add(new Booking(id, room, "bo", local(from), local(until)));
    }

    @Test
    void ofSeveralPeopleEachHasTheirOwn() {
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        bo("b2", "quiet", "2026-03-03T10:00", "2026-03-03T12:00");
        assertThat(at(Scene.TUESDAY).ofPerson("alva"))
                .extracting(Booking::id)
                .containsExactly("b1");
        assertThat(at(Scene.TUESDAY).ofPerson("nobody")).isEqualTo(List.of());
    }

    @Test
    void aLaterBookingOfAnotherRoomIsNoReasonToComeBackToThisOne() {
        scene.booking("b1", "quiet", "2026-03-03T14:00", "2026-03-03T16:00");
        assertThat(at(Scene.TUESDAY).laterOf("alva", "group")).isEmpty();
        assertThat(at(Scene.TUESDAY).laterOf("alva", "quiet")).isPresent();
        assertThat(at(Scene.TUESDAY).laterOf("bo", "quiet")).isEmpty();
    }

    @Test
    void onesOwnBookingTakesTheRoomFromNobodyElseThanOthers() {
        scene.booking("b1", "quiet", "2026-03-03T10:00", "2026-03-03T12:00");
        assertThat(at(Scene.TUESDAY).isTakenByAnother("alva", "quiet")).isFalse();
        assertThat(at(Scene.TUESDAY).isTakenByAnother("bo", "quiet")).isTrue();
        assertThat(at(Scene.TUESDAY).isTakenByAnother("bo", "group")).isFalse();
        assertThat(at("2026-03-03T09:55").isTakenByAnother("bo", "quiet")).isFalse();
        assertThat(at("2026-03-03T12:00").isTakenByAnother("bo", "quiet")).isFalse();
    }
}
