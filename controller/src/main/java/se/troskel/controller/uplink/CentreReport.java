package se.troskel.controller.uplink;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.JournalReader;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.RetiredPrefix;
import se.troskel.protocol.occupancy.LeftInside;

/// Composes the centre's own state: heartbeat, last will and farewell. [#opening], [#leftInside]
/// and [#alarms] may be called from anywhere and never wait; the rest is for the uplink's thread,
/// as it asks the journal.
final class CentreReport {
    private final UplinkSettings settings;
    private final JournalReader journal;
    private final InstantSource wall;
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile Opening opening = Opening.UNKNOWN;
    private volatile @Nullable LeftInside leftInside;
    private volatile Alarms alarms = Alarms.UNKNOWN;
    private volatile CentreState.@Nullable Parts parts;
    private Optional<RetiredPrefix> retired = Optional.empty();

    CentreReport(UplinkSettings settings, JournalReader journal, InstantSource wall) {
        this.settings = settings;
        this.journal = journal;
        this.wall = wall;
    }

    void opening(@Nullable OpeningMode mode, @Nullable Instant until) {
        Opening next = new Opening(mode, until);
        if (!next.equals(opening)) {
            opening = next;
            changed.set(true);
        }
    }

    void leftInside(@Nullable LeftInside next) {
        if (!Objects.equals(next, leftInside)) {
            leftInside = next;
            changed.set(true);
        }
    }

    /// @param fire null when no alarm tells
    /// @param armed null when no alarm tells
    void alarms(@Nullable Boolean fire, @Nullable Boolean armed) {
        Alarms next = new Alarms(fire, armed);
        if (!next.equals(alarms)) {
            alarms = next;
            changed.set(true);
        }
    }

    void parts(CentreState.Parts parts) {
        this.parts = parts;
    }

    /// Whether anything was told anew since this was last asked, or records were retired since the
    /// last report.
    boolean takeChange() {
        boolean told = changed.getAndSet(false);
        return told || !journal.retired().equals(retired);
    }

    CentreState state(boolean online) {
        Opening now = online ? opening : Opening.UNKNOWN;
        Alarms alarm = online ? alarms : Alarms.UNKNOWN;
        long seq = journal.lastSeq();
        retired = journal.retired();
        return new CentreState(
                settings.centre(),
                settings.name(),
                online,
                wall.instant(),
                now.mode(),
                now.until(),
                online ? leftInside : null,
                journal.epoch(),
                seq,
                journal.hashAt(seq).orElse(JournalReader.NO_HASH),
                retired.orElse(null),
                settings.version(),
                alarm.fire(),
                alarm.armed(),
                online ? parts : null);
    }

    byte[] bytes(boolean online) {
        return Json.write(state(online));
    }

    private record Opening(@Nullable OpeningMode mode, @Nullable Instant until) {
        static final Opening UNKNOWN = new Opening(null, null);
    }

    private record Alarms(@Nullable Boolean fire, @Nullable Boolean armed) {
        static final Alarms UNKNOWN = new Alarms(null, null);
    }
}
