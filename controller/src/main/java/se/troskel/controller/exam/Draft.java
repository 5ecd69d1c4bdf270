package se.troskel.controller.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamPolicy;
import se.troskel.config.Room;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamDetails.Choice;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;

/// A decision being written. Not thread-safe; lives inside one decision.
final class Draft {
    private final ExamSnapshot snapshot;
    private final Set<ExamReason> also = EnumSet.noneOf(ExamReason.class);
    private final List<String> rules = new ArrayList<>();
    private @Nullable Registration registration;
    private @Nullable ExamPolicy policy;
    private @Nullable Instant time;
    private @Nullable String centre;
    private List<Choice> choices = List.of();
    private int lateMinutes;
    private boolean byStaff;
    private boolean alert;
    private boolean deviation;

    Draft(ExamSnapshot snapshot) {
        this.snapshot = snapshot;
        if (!snapshot.connected()) {
            also.add(ExamReason.OFFLINE_OK);
        }
    }

    Draft about(Registration about, ExamPolicy itsPolicy) {
        registration = about;
        policy = itsPolicy;
        return this;
    }

    Draft also(ExamReason reason) {
        also.add(reason);
        return this;
    }

    Draft rule(String rule) {
        rules.add(rule);
        return this;
    }

    Draft unconfirmed(List<String> names) {
        names.forEach(name -> rules.add("unconfirmed." + name));
        return this;
    }

    Draft time(@Nullable Instant at) {
        time = at;
        return this;
    }

    Draft centre(@Nullable String code) {
        centre = code;
        return this;
    }

    Draft choices(List<Choice> from) {
        choices = from;
        return this;
    }

    void lateMinutes(int minutes) {
        lateMinutes = minutes;
    }

    /// Holds only once staff has recorded it.
    Draft byStaff() {
        byStaff = true;
        return this;
    }

    Draft alert() {
        alert = true;
        return this;
    }

    Draft deviation() {
        deviation = true;
        return this;
    }

    boolean isPrivate() {
        return registration != null && snapshot.protectedPersons().contains(registration.person());
    }

    ExamDecision decide(ExamReason reason, InvigilatorTask task) {
        also.remove(reason);
        Seat seat = registration == null ? null : registration.seat();
        Room room = seat == null ? null : room(seat.room());
        ExamDetails details =
                new ExamDetails(
                        seat == null ? null : seat.room(),
                        room == null ? null : room.name(),
                        seat == null ? null : seat.number(),
                        time,
                        policy == null ? null : policy.name(),
                        policy == null ? null : policy.phone(),
                        centre == null ? null : names(centre),
                        choices);
        return new ExamDecision(
                reason,
                also,
                details,
                task,
                reason.isLetIn() && seat != null ? seat.room() : null,
                registration == null ? null : registration.id(),
                lateMinutes,
                isPrivate(),
                byStaff,
                alert,
                deviation,
                rules);
    }

    @Nullable Room room(String id) {
        return snapshot.rooms().stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }

    private @Nullable Map<String, String> names(String code) {
        return snapshot.centres().get(code);
    }
}
