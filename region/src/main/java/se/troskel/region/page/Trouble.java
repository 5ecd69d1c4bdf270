package se.troskel.region.page;

/// Something that somebody should look at.
///
/// @param severity `act`, or `stop` for a forced door
public record Trouble(String text, String severity) {
    static Trouble toLookAt(String text) {
        return new Trouble(text, "act");
    }

    static Trouble of(DoorLine door) {
        String facts =
                "sagt " + door.told() + " · låset " + door.lock() + " · kontakt " + door.contact();
        return new Trouble(
                door.name() + ": " + door.trouble() + " (" + facts + ")", door.severity());
    }
}
