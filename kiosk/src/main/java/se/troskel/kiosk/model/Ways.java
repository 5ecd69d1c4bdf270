package se.troskel.kiosk.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Plan;
import se.troskel.config.Room;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.ExamAnswer;

/// The ways from this terminal, by room. Immutable.
public final class Ways {
    /// No ways at all.
    public static final Ways NONE = new Ways(Map.of());

    private final Map<String, Way> ways;

    private Ways(Map<String, Way> ways) {
        this.ways = Map.copyOf(ways);
    }

    /// As configured for a terminal.
    public static Ways of(CentreConfig config, String kiosk) {
        Map<String, Way> ways = new HashMap<>();
        for (Room room : config.rooms()) {
            HeadsUpPlan plan = plan(config.plan(), kiosk, room.id());
            if (plan != null || !room.route().isEmpty()) {
                ways.put(room.id(), new Way(room.name(), room.route(), plan));
            }
        }
        return new Ways(ways);
    }

    /// Where an outcome sends the person; empty when they are sent nowhere, or nothing is known of
    /// the way.
    Optional<Way> of(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Answered(Answer answer)
                ? Optional.ofNullable(target(answer)).map(ways::get)
                : Optional.empty();
    }

    private static @Nullable String target(Answer answer) {
        ExamAnswer exam = answer.exam();
        if (exam != null) {
            Tone tone = exam.reason().tone();
            return tone == Tone.OK || tone == Tone.INFO ? exam.details().room() : null;
        }
        if (answer.next() == NextStep.GO_TO_OTHER_ROOM) {
            return answer.details().otherRoom();
        }
        return answer.next() == NextStep.GO_TO_ROOM ? answer.details().room() : null;
    }

    private static @Nullable HeadsUpPlan plan(@Nullable Plan plan, String kiosk, String room) {
        List<Plan.Terminal> terminals = plan == null ? List.of() : plan.terminals();
        for (Plan.Terminal terminal : terminals) {
            for (Plan.Way way : terminal.ways()) {
                if (plan != null && terminal.kiosk().equals(kiosk) && way.room().equals(room)) {
                    return HeadsUpPlan.of(plan, terminal.facing(), way);
                }
            }
        }
        return null;
    }
}
