package se.troskel.controller.examrecord;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;
import se.troskel.protocol.exam.Noted;

/// Exam records of a Tuesday in Katrineholm, with invented people.
final class ExamProtocols {
    static final Instant START = Instant.parse("2027-02-09T08:00:00Z");
    private static final String ADA = "Ada Provsson";

    private ExamProtocols() {}

    static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One who wrote and was out, one late with a blank paper, one refused, and as many more who
    /// wrote as make `candidates`.
    static ExamProtocol record(int candidates) {
        return new ExamProtocol(
                UUID.fromString("01980000-0000-7000-8000-000000000001"),
                null,
                START.plus(Duration.ofHours(5)),
                new ExamProtocol.Centre("KAT", "Campus Viadidakt", "Europe/Stockholm"),
                new ExamProtocol.Sitting(
                        "mdu-1",
                        "MDU",
                        "MMA129 <Algebra & analys>",
                        START,
                        START.plus(Duration.ofHours(4)),
                        List.of("Tentasal 1", "Tentasal 2")),
                IntStream.range(0, candidates).mapToObj(ExamProtocols::candidate).toList(),
                List.of(
                        new ExamProtocol.Deviation(
                                noted(70, 300), "0002-KXB", "Skrivningen lades i fel omslag.")),
                List.of(
                        new ExamProtocol.PaperStep(PaperStage.RECEIVED, noted(-900, -900), 3, null),
                        new ExamProtocol.PaperStep(PaperStage.SEALED, noted(250, 250), 24, "4711")),
                List.of(
                        new ExamProtocol.Interruption(
                                START.plus(Duration.ofMinutes(70)),
                                START.plus(Duration.ofMinutes(85)),
                                "Brandlarm")),
                List.of(
                        new ExamProtocol.Invigilator(ADA, START.plus(Duration.ofMinutes(290))),
                        new ExamProtocol.Invigilator("Elis Prov", null)));
    }

    private static Noted noted(int happened, int recorded) {
        return new Noted(
                START.plus(Duration.ofMinutes(happened)),
                START.plus(Duration.ofMinutes(recorded)),
                ADA);
    }

    private static ExamCandidate candidate(int index) {
        String reference = "%04d-KXB".formatted(index + 1);
        var place = new ExamCandidate.Place("Tentasal 1", Integer.toString(index + 1));
        if (index == 2) {
            return new ExamCandidate(
                    reference,
                    ExamCandidate.Outcome.REFUSED,
                    ExamReason.NO_ID_DENIED,
                    noted(5, 5),
                    null,
                    null,
                    START,
                    null,
                    0,
                    null,
                    List.of(),
                    null);
        }
        boolean late = index == 1;
        return new ExamCandidate(
                reference,
                ExamCandidate.Outcome.WROTE,
                null,
                null,
                place,
                new ExamCandidate.Identity(
                        DocumentType.SWEDISH_DRIVING_LICENCE, IdentityMatch.EXACT, noted(-12, -12)),
                START.minus(Duration.ofMinutes(20)),
                START.minus(Duration.ofMinutes(12)),
                late ? 14 : 0,
                START.plus(Duration.ofMinutes(255)),
                late
                        ? List.of()
                        : List.of(
                                new ExamCandidate.Out(
                                        ErrandKind.RESTROOM,
                                        START.plus(Duration.ofMinutes(40)),
                                        START.plus(Duration.ofMinutes(44)))),
                new ExamCandidate.HandIn(noted(200, 200), late ? 0 : 12, late));
    }
}
