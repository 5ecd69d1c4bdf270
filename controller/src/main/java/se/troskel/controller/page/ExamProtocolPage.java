package se.troskel.controller.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.exam.Noted;

/// An exam record in words, for paper: one page that needs nothing else, with lines for signatures.
/// Times are read off the clock of its centre.
public final class ExamProtocolPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "se.troskel.controller.page.template");

    private final Texts texts;

    /// Pages in one language.
    public ExamProtocolPage(Language language) {
        this.texts = Texts.of(language);
    }

    /// The page.
    ///
    /// @param sealed the file that the record was read from
    public byte[] html(ExamProtocol protocol, SealedText sealed) {
        var output = new Utf8ByteOutput();
        engine.render(
                "examprotocol.jte",
                Map.of(
                        "texts",
                        texts,
                        "protocol",
                        protocol,
                        "view",
                        new View(protocol, texts),
                        "seal",
                        texts.get(
                                sealed.isIntact() ? "examrecord.intact" : "examrecord.not-intact",
                                sealed.keyId())),
                output);
        return output.toByteArray();
    }

    /// What the page says, in words.
    public static final class View {
        private final ExamProtocol protocol;
        private final Texts texts;
        private final ZoneId zone;

        View(ExamProtocol protocol, Texts texts) {
            this.protocol = protocol;
            this.texts = texts;
            this.zone = ZoneId.of(protocol.centre().timeZone());
        }

        /// Day and time.
        public String day(Instant at) {
            return DAY.format(at.atZone(zone));
        }

        /// Time of day; empty for null.
        public String time(@Nullable Instant at) {
            return at == null ? "" : TIME.format(at.atZone(zone));
        }

        /// The word for a constant; empty for null.
        public String word(@Nullable Enum<?> constant) {
            return constant == null
                    ? ""
                    : texts.get(
                            "word."
                                    + constant.getDeclaringClass().getSimpleName()
                                    + "."
                                    + constant.name());
        }

        /// When, by whom, and when it was written down where that was later.
        public String noted(Noted noted) {
            String what = time(noted.happened()) + " " + noted.by();
            return noted.isLater()
                    ? what + " (" + texts.get("examrecord.recorded", day(noted.recorded())) + ")"
                    : what;
        }

        /// When a candidate was out and why.
        public List<String> out(ExamCandidate candidate) {
            return candidate.out().stream()
                    .map(out -> time(out.from()) + "-" + time(out.back()) + " " + word(out.why()))
                    .toList();
        }

        /// What a candidate handed in; empty for nothing.
        public String handIn(ExamCandidate candidate) {
            ExamCandidate.HandIn in = candidate.handIn();
            if (in == null) {
                return "";
            }
            return in.blank()
                    ? texts.get("examrecord.blank")
                    : texts.get("examrecord.sheets", in.sheets());
        }

        /// What they showed and who compared it.
        public List<String> identity(ExamCandidate candidate) {
            ExamCandidate.Identity identity = candidate.identity();
            return identity == null
                    ? List.of()
                    : Stream.of(
                                    word(identity.type()),
                                    word(identity.match()),
                                    noted(identity.approved()))
                            .filter(text -> !text.isEmpty())
                            .toList();
        }

        /// How many ended how, those that did at all.
        public String figures() {
            return Stream.of(ExamCandidate.Outcome.values())
                    .filter(outcome -> count(outcome) > 0)
                    .map(outcome -> word(outcome) + ": " + count(outcome))
                    .collect(Collectors.joining(" · "));
        }

        private long count(ExamCandidate.Outcome outcome) {
            return protocol.candidates().stream()
                    .filter(candidate -> candidate.outcome() == outcome)
                    .count();
        }

        /// All sheets that were handed in.
        public int sheets() {
            return protocol.candidates().stream()
                    .map(ExamCandidate::handIn)
                    .mapToInt(in -> in == null ? 0 : in.sheets())
                    .sum();
        }
    }
}
