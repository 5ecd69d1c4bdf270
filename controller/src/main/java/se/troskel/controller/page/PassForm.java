package se.troskel.controller.page;

import java.util.Set;
import se.troskel.controller.page.PassDesk.Pass;
import se.troskel.controller.page.PassDesk.Place;

/// What was typed into the form of a day pass.
///
/// @param places names of the fields that were ticked
public record PassForm(String name, Set<String> places, String from, String until) {
    public PassForm {
        places = Set.copyOf(places);
    }

    /// The name of a place's field; a room and a door may have the same id.
    public static String field(Place place) {
        return (place.isRoom() ? "room-" : "door-") + place.id();
    }

    public boolean has(Place place) {
        return places.contains(field(place));
    }

    @Override
    public String toString() {
        return "PassForm";
    }

    /// A pass in the list.
    public record Line(Pass pass, String window) {}
}
