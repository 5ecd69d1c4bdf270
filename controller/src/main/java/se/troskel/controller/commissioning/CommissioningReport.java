package se.troskel.controller.commissioning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;

/// What a commissioning proved and what it did not: one line a step, tried or not.
public record CommissioningReport(Head head, List<Line> lines) {
    public CommissioningReport {
        lines = List.copyOf(lines);
    }

    /// What the report is about.
    ///
    /// @param centre the centre's code
    /// @param by the name of the person who ended it
    /// @param version of the software
    /// @param config fingerprint of the configuration that was proven
    public record Head(
            String centre,
            String centreName,
            String timeZone,
            Instant at,
            String by,
            String version,
            String config) {}

    /// One step.
    ///
    /// @param door the door's name; null for a step at no door
    /// @param device the device's name; null where it is the door itself
    /// @param at when it ended; null when it was not tried
    /// @param by empty when it was not tried
    public record Line(
            String step,
            Proof proof,
            @Nullable String door,
            @Nullable String device,
            Outcome outcome,
            @Nullable Instant at,
            String by,
            String remark,
            List<Sensed> sensed) {
        public Line {
            sensed = List.copyOf(sensed);
        }
    }

    /// The report of a commissioning as it stands.
    public static CommissioningReport of(
            Commissioning commissioning, CentreConfig config, Head head) {
        return new CommissioningReport(
                head,
                commissioning.steps().stream()
                        .map(step -> line(step, commissioning, config))
                        .toList());
    }

    private static Line line(
            CommissioningStep step, Commissioning commissioning, CentreConfig config) {
        Result result = commissioning.result(step.id()).orElse(null);
        String door = step.door();
        String device = step.device();
        return new Line(
                step.id(),
                step.proof(),
                door == null ? null : config.door(door).map(Door::name).orElse(door),
                device == null ? null : config.device(device).map(Device::name).orElse(device),
                result == null ? Outcome.NOT_TRIED : result.outcome(),
                result == null ? null : result.at(),
                result == null ? "" : result.by(),
                result == null ? "" : result.remark(),
                result == null ? List.of() : result.sensed());
    }

    /// How many steps ended so.
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /// Whether everything was tried and works.
    public boolean isComplete() {
        return count(Outcome.PASSED) == lines.size();
    }
}
