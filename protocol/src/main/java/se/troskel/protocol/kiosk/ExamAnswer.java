package se.troskel.protocol.kiosk;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;

/// What a terminal shows somebody who came for an exam.
///
/// @param reason what holds as far as is known; shown as it is also when nobody answers `ask`
/// @param details the values of the reason's sentence, and what can be chosen
/// @param ask what the terminal asks next, answered by an [ExamChoice]; null for nothing
public record ExamAnswer(ExamReason reason, ExamDetails details, @Nullable ExamAsk ask) {}
