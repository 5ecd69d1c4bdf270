package se.troskel.kiosk.flow;

import java.util.ArrayList;
import java.util.List;

/// The next state and what is to be done, in order.
public record FlowStep(FlowState state, List<FlowEffect> effects) {
    public FlowStep {
        effects = List.copyOf(effects);
    }

    static FlowStep to(FlowState state, FlowEffect... effects) {
        return new FlowStep(state, List.of(effects));
    }

    FlowStep and(FlowEffect effect) {
        List<FlowEffect> more = new ArrayList<>(effects);
        more.add(effect);
        return new FlowStep(state, more);
    }
}
