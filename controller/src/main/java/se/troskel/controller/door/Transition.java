package se.troskel.controller.door;

import java.util.List;

/// The outcome of one step: the new state and what is to be done, in order.
public record Transition(DoorState state, List<DoorEffect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }
}
