package se.troskel.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.DocumentType;

/// The rules of exams of one university, of the centre itself, or for whoever says nothing: one
/// file `universities/NAME.yaml`. Immutable. Every rule names its source; what a file leaves out is
/// decided by the centre's rules, then by the defaults ([ExamPolicy]).
///
/// @param code of the university, as in the lists of its sittings, for example `MDU`; of the centre
///   or the defaults any
/// @param scope for whose sittings they hold
/// @param name as candidates know it
/// @param phone where a refused candidate can ask; null for none
/// @param confirmedForDays days for which a confirmation counts, 1 to 1830; null for the centre's
///   or the default
/// @param sources where the rules come from
/// @param documents which identity documents are taken
/// @param expiredDocument what an expired one of a kind that is taken is worth; null for not said
/// @param times minutes of admission and leaving
/// @param lateMode how late candidates are let in; null for not said
/// @param unregistered what happens to somebody who is not on the list; null for not said
/// @param fetchId whether a forgotten document may be fetched until the last entry, by those who
///   have not seen the paper; null for not said
/// @param extraTime what extended time is where a candidate's decision does not say; null for not
///   said
/// @param doubleExamWithExtendedTime whether two exams at the same time can be written with
///   extended time; null for not said
/// @param exceptions who lets somebody in against a rule; null for not said
/// @param fee what an unpaid fee means; null for not said
public record ExamRules(
        @Form(value = Form.ID, example = "MDU") String code,
        Scope scope,
        String name,
        @Form(value = "^\\+?[0-9][0-9 -]{4,18}[0-9]$", example = "021-00 00 00")
                @Nullable String phone,
        @Range(min = 1, max = 1830) @Nullable Integer confirmedForDays,
        List<RuleSource> sources,
        List<DocumentRule> documents,
        @Nullable VerdictRule expiredDocument,
        Times times,
        @Nullable LateModeRule lateMode,
        @Nullable UnregisteredRule unregistered,
        @Nullable AllowedRule fetchId,
        @Nullable PercentRule extraTime,
        @Nullable AllowedRule doubleExamWithExtendedTime,
        @Nullable ExceptionRule exceptions,
        @Nullable FeeRule fee) {
    public ExamRules {
        sources = List.copyOf(sources);
        documents = List.copyOf(documents);
    }

    /// For whose sittings rules hold.
    public enum Scope {
        /// A university's own sittings.
        UNIVERSITY,
        /// All sittings at this centre, where the university's do not say otherwise.
        CENTRE,
        /// Where neither says anything.
        DEFAULT
    }

    /// What a kind of document is worth.
    public enum Verdict {
        ACCEPT,
        /// The invigilator or the coordinator decides.
        REFER,
        REJECT
    }

    /// How late candidates are let in.
    public enum LateMode {
        /// Nobody once the door is closed.
        NONE,
        /// All at once, at `lastEntryAfter`: the second admission.
        SINGLE_AT,
        /// One by one after the start, until `lastEntryAfter`.
        ROLLING
    }

    /// What happens to somebody who is not on the list.
    public enum Unregistered {
        DENY,
        /// They wait, and write if there is a seat and a paper left.
        WAIT
    }

    /// Who lets somebody in without a valid document or after the last entry.
    public enum ExceptionApproval {
        /// Two staff members on the spot.
        TWO_PERSONS,
        /// The second one may be somewhere else.
        REMOTE_SECOND,
        /// One alone, with a reason; flagged, and countersigned later.
        ALONE_FLAGGED
    }

    /// What an unpaid fee means.
    public enum Fee {
        IGNORE,
        WARN,
        BLOCK
    }

    /// What one kind of identity document is worth.
    ///
    /// @param type the kind
    /// @param verdict what it is worth
    /// @param source id of its source
    /// @param note for the invigilator, for example what else has to be shown; null for none
    public record DocumentRule(
            DocumentType type,
            Verdict verdict,
            @Form(value = Form.ID, example = "exam-page") String source,
            @Nullable String note) {}

    /// A verdict.
    ///
    /// @param verdict what it is worth
    /// @param source id of its source
    public record VerdictRule(
            Verdict verdict, @Form(value = Form.ID, example = "exam-page") String source) {}

    /// The minutes of a sitting; null for those that are not said.
    ///
    /// @param entryOpensBefore before the start admission begins
    /// @param doorClosesBefore before the start the door closes; who comes later is late
    /// @param lastEntryAfter after the start the last late candidate may come in: that minute
    ///   counts
    /// @param earliestLeaveAfter after the start nobody leaves for good before
    /// @param leaveLockLast in which, at the end, nobody leaves for good
    /// @param handInAfterHomeStart after the start at the university nobody hands in before
    public record Times(
            @Nullable MinutesRule entryOpensBefore,
            @Nullable MinutesRule doorClosesBefore,
            @Nullable MinutesRule lastEntryAfter,
            @Nullable MinutesRule earliestLeaveAfter,
            @Nullable MinutesRule leaveLockLast,
            @Nullable MinutesRule handInAfterHomeStart) {}

    /// A number of minutes.
    ///
    /// @param minutes 0 to 480
    /// @param source id of its source
    public record MinutesRule(
            @Range(min = 0, max = 480) int minutes,
            @Form(value = Form.ID, example = "exam-page") String source) {}

    /// How late candidates are let in.
    ///
    /// @param mode how
    /// @param source id of its source
    public record LateModeRule(
            LateMode mode, @Form(value = Form.ID, example = "exam-page") String source) {}

    /// What happens to somebody who is not on the list.
    ///
    /// @param policy what happens
    /// @param waitMinutes how long after the start they wait at most, 0 to 480, only with `WAIT`;
    ///   null for as long as others are let in
    /// @param source id of its source
    public record UnregisteredRule(
            Unregistered policy,
            @Range(min = 0, max = 480) @Nullable Integer waitMinutes,
            @Form(value = Form.ID, example = "exam-page") String source) {}

    /// Something that is allowed or not.
    ///
    /// @param allowed whether it is
    /// @param source id of its source
    public record AllowedRule(
            boolean allowed, @Form(value = Form.ID, example = "exam-page") String source) {}

    /// A share of the writing time.
    ///
    /// @param percent 1 to 300
    /// @param source id of its source
    public record PercentRule(
            @Range(min = 1, max = 300) int percent,
            @Form(value = Form.ID, example = "exam-page") String source) {}

    /// Who approves an exception.
    ///
    /// @param approval who
    /// @param source id of its source
    public record ExceptionRule(
            ExceptionApproval approval,
            @Form(value = Form.ID, example = "exam-page") String source) {}

    /// What an unpaid fee means.
    ///
    /// @param unpaid what it means
    /// @param source id of its source
    public record FeeRule(
            Fee unpaid, @Form(value = Form.ID, example = "exam-page") String source) {}
}
