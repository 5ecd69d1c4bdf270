package se.troskel.controller.page;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ConfigFingerprint;
import se.troskel.controller.commissioning.Commissioning;
import se.troskel.controller.commissioning.CommissioningInput;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.commissioning.CommissioningSteps;
import se.troskel.controller.commissioning.CommissioningText;
import se.troskel.controller.commissioning.Expected;
import se.troskel.controller.commissioning.Sensed;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// Katrineholm being commissioned in memory: the real states, devices that say what the test says.
final class FakeBench implements CommissioningDesk {
    private static final CentreConfig CENTRE =
            new CentreLoader().require(Path.of("..", "config", "centres", "katrineholm"));

    final List<String> asked = new ArrayList<>();
    private final InstantSource clock;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final List<Filed> filed = new ArrayList<>();
    private Commissioning state = Commissioning.resumed(CommissioningSteps.of(CENTRE), List.of());
    private boolean changedSince;

    FakeBench(InstantSource clock) {
        this.clock = clock;
    }

    /// A device says this.
    synchronized void hear(Expected fact) {
        apply(
                new CommissioningInput.Heard(
                        new Sensed(fact.device(), fact.fact(), clock.instant())));
    }

    /// The devices say all that the present step waits for.
    synchronized void hearAll() {
        Objects.requireNonNull(state.attempt()).step().expected().forEach(this::hear);
    }

    void change() {
        changedSince = true;
    }

    @Override
    public synchronized Commissioning state() {
        return state;
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Done begin(StaffAccount by, String step) {
        return apply(new CommissioningInput.Begun(step, by.displayName()));
    }

    @Override
    public synchronized Done pulse(StaffAccount by) {
        asked.add("pulse");
        return new Done(true, "door.unlocked", null);
    }

    @Override
    public Done confirm(String remark) {
        return apply(new CommissioningInput.Confirmed(clock.instant(), remark));
    }

    @Override
    public Done refute(String reason) {
        return apply(new CommissioningInput.Refuted(clock.instant(), reason));
    }

    @Override
    public Done leaveOut(String reason) {
        return apply(new CommissioningInput.LeftOut(clock.instant(), reason));
    }

    @Override
    public synchronized Done startAnew() {
        state = Commissioning.resumed(state.steps(), List.of());
        return new Done(true, "commissioning.kept", null);
    }

    @Override
    public synchronized Done file(StaffAccount by) {
        String id = "report-2027-03-02T08140" + filed.size() + "Z";
        filed.addFirst(
                new Filed(
                        id,
                        CommissioningReport.of(
                                state,
                                CENTRE,
                                new CommissioningReport.Head(
                                        "KAT",
                                        CENTRE.centre().name(),
                                        "Europe/Stockholm",
                                        clock.instant(),
                                        by.displayName(),
                                        "0.1.0",
                                        ConfigFingerprint.of(CENTRE))),
                        "1f3c9a07",
                        true));
        return new Done(true, "commissioning.filed", id);
    }

    @Override
    public synchronized List<Filed> filed(int max) {
        return filed.stream().limit(max).toList();
    }

    @Override
    public synchronized Optional<byte[]> file(String id) {
        return filed(id).map(one -> CommissioningText.write(one.report()));
    }

    @Override
    public synchronized Optional<Filed> filed(String id) {
        return filed.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public boolean isChangedSince() {
        return changedSince;
    }

    private synchronized Done apply(CommissioningInput input) {
        Commissioning before = state;
        state = before.step(input);
        listeners.forEach(Runnable::run);
        return new Done(!state.equals(before), "commissioning.over", null);
    }
}
