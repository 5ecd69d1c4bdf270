package se.troskel.controller.exam;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import se.troskel.controller.exam.ExamQuestion.Arrival;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.Tone;

/// A candidate who was sent through the decisions before the day: what [ExamAdmission] would say on
/// each occasion.
///
/// @param answers by occasion, in order of the day; a sitting that admits nobody late has no
///   [Occasion#LATE_ADMISSION]
public record Rehearsed(Registration registration, Sitting sitting, Map<Occasion, Answer> answers) {
    public Rehearsed {
        answers = Collections.unmodifiableMap(new EnumMap<>(answers));
    }

    /// When a candidate may come, and with what.
    public enum Occasion {
        /// When admission begins, with their usual document.
        IN_TIME,
        /// Then, without any.
        WITHOUT_DOCUMENT,
        /// From when they are late.
        DOOR_CLOSED,
        /// When late ones are let in first.
        LATE_ADMISSION,
        /// In the last minute that counts.
        LAST_MINUTE,
        /// When nobody is let in any more.
        TOO_LATE
    }

    /// What was asked and answered.
    public record Answer(Arrival question, Instant at, ExamDecision decision) {
        static Answer to(ExamSnapshot snapshot, Arrival question, Instant at) {
            return new Answer(question, at, ExamAdmission.decide(snapshot, question, at));
        }

        /// Whether the candidate is sent to the room, where a person looks at the document.
        public boolean isDirected() {
            return decision.reason().tone() == Tone.OK
                    || switch (decision.reason()) {
                        case MANUAL_ID, DOC_UNTRUSTED, NUMBER_VARIANT, ID_MISMATCH -> true;
                        default -> false;
                    };
        }
    }

    static Rehearsed of(ExamSnapshot snapshot, Registration registration, Identity identity) {
        Sitting sitting = snapshot.plan().sittingOf(registration);
        SittingTimes times = snapshot.plan().times(sitting);
        Arrival usual = arrival(registration, UsualDocument.of(identity));
        Arrival without = arrival(registration, new Shown.NoDocument());
        Instant lateFrom = times.lateFrom();
        Map<Occasion, Answer> answers = new EnumMap<>(Occasion.class);
        answers.put(Occasion.IN_TIME, Answer.to(snapshot, usual, times.admissionOpens()));
        answers.put(
                Occasion.WITHOUT_DOCUMENT, Answer.to(snapshot, without, times.admissionOpens()));
        answers.put(Occasion.DOOR_CLOSED, Answer.to(snapshot, usual, times.doorCloses()));
        if (lateFrom != null) {
            answers.put(Occasion.LATE_ADMISSION, Answer.to(snapshot, usual, lateFrom));
        }
        answers.put(Occasion.LAST_MINUTE, Answer.to(snapshot, usual, times.lastEntry()));
        answers.put(Occasion.TOO_LATE, Answer.to(snapshot, usual, times.admissionEnds()));
        return new Rehearsed(registration, sitting, answers);
    }

    private static Arrival arrival(Registration registration, Shown shown) {
        return new Arrival(Set.of(registration.person()), registration.sitting(), shown);
    }

    /// The answer when they come in time, as they should.
    Answer inTime() {
        Answer answer = answers.get(Occasion.IN_TIME);
        if (answer == null) {
            throw new IllegalStateException("every candidate is asked in time");
        }
        return answer;
    }

    /// Whether an answer is about this registration: whoever has another one that stands is
    /// answered about that.
    public boolean isAnsweredBy(Answer answer) {
        String about = answer.decision().registration();
        return about == null || about.equals(registration.id());
    }
}
