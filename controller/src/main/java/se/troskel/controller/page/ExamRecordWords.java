package se.troskel.controller.page;

import java.util.List;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.exam.RecordSources;
import se.troskel.protocol.decision.ApprovalReason;

/// The words in exam records, in the language of the universities here, whoever makes the record.
public final class ExamRecordWords implements RecordSources.Words {
    private final Texts texts = Texts.of(Language.SV);

    @Override
    public String interruption(InterruptionCause cause) {
        return texts.word(cause);
    }

    @Override
    public String exception(ApprovalReason why, List<String> others) {
        return others.isEmpty()
                ? texts.get("examrecord.exception-alone", texts.word(why))
                : texts.get("examrecord.exception", texts.word(why), String.join(", ", others));
    }

    @Override
    public String rejection(ApprovalReason why) {
        return texts.get("examrecord.rejection", texts.word(why));
    }

    @Override
    public String lost() {
        return texts.get("examrecord.lost");
    }
}
