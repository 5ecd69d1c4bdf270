package se.troskel.controller.exam;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;

/// What was decided on the exam day and why.
///
/// @param also what is worth knowing besides: two exams at once, another name
/// @param unlock the room whose door is unlocked, once recorded; null for none. Only with a reason
///   that lets in
/// @param registration of the recognised candidate; null when nobody was
/// @param lateMinutes whole minutes after the start; 0 in time
/// @param isPrivate whether neither name nor course may stand on any list or screen
/// @param byStaff whether it holds only once a staff member has recorded it with a reason: a person
///   is refused by a person (DOMAIN L22), and an exception takes one
/// @param alert whether the invigilator should look now
/// @param draftsDeviation whether a deviation for the university is drafted
/// @param rules the rules that spoke, in order, as stable keys for "why?"; those that nobody stands
///   for begin with `unconfirmed.`
public record ExamDecision(
        ExamReason reason,
        Set<ExamReason> also,
        ExamDetails details,
        InvigilatorTask task,
        @Nullable String unlock,
        @Nullable String registration,
        int lateMinutes,
        boolean isPrivate,
        boolean byStaff,
        boolean alert,
        boolean draftsDeviation,
        List<String> rules) {
    public ExamDecision {
        also = Set.copyOf(also);
        rules = List.copyOf(rules);
    }

    /// The same candidate, answered otherwise: no door is unlocked.
    ///
    /// @param rule the one that speaks instead
    public ExamDecision otherwise(ExamReason other, String rule) {
        return new ExamDecision(
                other,
                also,
                details,
                task,
                null,
                registration,
                lateMinutes,
                isPrivate,
                byStaff,
                true,
                draftsDeviation,
                List.of(rule));
    }
}
