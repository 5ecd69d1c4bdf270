package se.troskel.kiosk.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way from this terminal to a room.
///
/// @param sign the words on the room's own sign
/// @param directions one line by language; empty when none are given
/// @param plan null when there is none
public record Way(String sign, Map<String, String> directions, @Nullable HeadsUpPlan plan) {
    public Way {
        directions = Map.copyOf(directions);
    }
}
