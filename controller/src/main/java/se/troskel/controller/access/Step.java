package se.troskel.controller.access;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.kiosk.AnswerDetails;

/// The one thing that a person can do now, being filled with the values its sentence speaks of. Not
/// thread-safe; lives inside one decision.
final class Step {
    private final NextStep next;
    private @Nullable Room room;
    private @Nullable Room otherRoom;
    private @Nullable Instant from;
    private @Nullable Instant until;
    private @Nullable Integer unlockSeconds;
    private @Nullable Integer triesLeft;
    private @Nullable Map<String, String> centreName;
    private @Nullable String doorName;

    Step(NextStep next) {
        this.next = next;
    }

    static Step comeBack(Instant from) {
        return new Step(NextStep.COME_BACK).from(from);
    }

    NextStep next() {
        return next;
    }

    Step room(@Nullable Room room) {
        this.room = room;
        return this;
    }

    Step otherRoom(Room other) {
        this.otherRoom = other;
        return this;
    }

    Step from(Instant from) {
        this.from = from;
        return this;
    }

    Step until(@Nullable Instant until) {
        this.until = until;
        return this;
    }

    Step unlockSeconds(@Nullable Integer seconds) {
        this.unlockSeconds = seconds;
        return this;
    }

    Step triesLeft(int tries) {
        this.triesLeft = tries;
        return this;
    }

    Step centreName(@Nullable Map<String, String> name) {
        this.centreName = name;
        return this;
    }

    Step doorName(@Nullable String name) {
        this.doorName = name;
        return this;
    }

    AnswerDetails details() {
        return new AnswerDetails(
                room == null ? null : room.id(),
                room == null ? null : room.name(),
                otherRoom == null ? null : otherRoom.id(),
                otherRoom == null ? null : otherRoom.name(),
                from,
                until,
                unlockSeconds,
                triesLeft,
                centreName,
                doorName);
    }
}
