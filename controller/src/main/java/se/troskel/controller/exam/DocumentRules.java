package se.troskel.controller.exam;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRules.Verdict;
import se.troskel.config.Rule;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;

/// What an identity document gives reason to (DOMAIN 4.2; 4.5 rows 4 to 7 and 10 to 12). It accuses
/// nobody: all but a kind of document that is not taken is for a person to look at.
final class DocumentRules {
    private final Draft draft;
    private final ExamPolicy policy;
    private final LocalDate day;

    DocumentRules(Draft draft, ExamPolicy policy, LocalDate day) {
        this.draft = draft;
        this.policy = policy;
        this.day = day;
    }

    /// What keeps somebody from the room until it is settled; null for nothing.
    @Nullable ExamDecision against(Shown.Document document) {
        ExamDecision byType = byType(document.type());
        if (byType != null) {
            return byType;
        }
        if (Boolean.TRUE.equals(document.expired())
                && policy.expiredDocument().value() != Verdict.ACCEPT) {
            return draft.rule("document.expired")
                    .decide(ExamReason.DOC_EXPIRED, InvigilatorTask.DECIDE);
        }
        return null;
    }

    /// What the invigilator has to look at with more care in the room; null for nothing.
    static @Nullable ExamDecision doubt(Shown.Document document, Draft draft) {
        if (document.reading() == DocumentReading.CHIP_UNTRUSTED) {
            return draft.rule("document.untrusted")
                    .alert()
                    .decide(ExamReason.DOC_UNTRUSTED, InvigilatorTask.CHECK_DOCUMENT);
        }
        return byMatch(document.match(), draft);
    }

    private @Nullable ExamDecision byType(DocumentType type) {
        Rule<Verdict> rule = policy.document(type);
        if (rule.value() == Verdict.REJECT && rule.isConfirmed(day)) {
            return draft.rule("document.type")
                    .decide(ExamReason.DOC_TYPE_NOT_ACCEPTED, InvigilatorTask.NOTHING);
        }
        if (type == DocumentType.POLICE_REPORT) {
            return draft.rule("document.police-report")
                    .decide(ExamReason.ID_POLICE_REPORT, InvigilatorTask.CHECK_POLICE_REPORT);
        }
        if (rule.value() == Verdict.ACCEPT) {
            return null;
        }
        draft.rule("document.type");
        if (rule.value() == Verdict.REJECT) {
            draft.unconfirmed(List.of("documents." + type));
        }
        return draft.decide(ExamReason.INVIGILATOR_DECIDES, InvigilatorTask.DECIDE);
    }

    private static @Nullable ExamDecision byMatch(@Nullable IdentityMatch match, Draft draft) {
        return switch (match) {
            case null -> null;
            case EXACT, NAME_VARIANT -> null;
            case DOB_NAME ->
                    draft.rule("match.born-and-name")
                            .decide(ExamReason.MANUAL_ID, InvigilatorTask.CHECK_DOCUMENT);
            case NUMBER_VARIANT ->
                    draft.rule("match.number")
                            .decide(ExamReason.NUMBER_VARIANT, InvigilatorTask.CONFIRM_NUMBERS);
            case NONE ->
                    draft.rule("match.none")
                            .alert()
                            .decide(ExamReason.ID_MISMATCH, InvigilatorTask.CHECK_DOCUMENT);
        };
    }
}
