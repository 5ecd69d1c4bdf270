package se.troskel.protocol.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A choice says one thing, and a document's lines have a document's form. Makes good and bad ones.
class ExamChoiceTest {
    private static final String LINE = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";

    @Test
    void itSaysOneThingAtMost() {
        assertThat(choice("mdu-1", null, null).sitting()).isEqualTo("mdu-1");
        assertThat(choice(null, DocumentShown.NONE, null).document()).isEqualTo(DocumentShown.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("mdu-1", DocumentShown.OTHER, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(null, DocumentShown.OTHER, LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", LINE, LINE + "\n" + LINE, "A\nB\nC"})
    void linesOfADocumentAreTaken(String mrz) {
        assertThat(choice(null, null, mrz).mrz()).isEqualTo(mrz);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "A\n", "A\n\nB", "A\nB\nC\nD", LINE + "<"})
    void otherTextsAreRefusedWithoutBeingRepeated(String mrz) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(null, null, mrz))
                .withMessage(
                        "'mrz' is 3 lines at most, of 1 to 44 characters with a line feed between");
    }

    @Test
    void itNeverTellsALogWhatTheDocumentSays() {
        assertThat(choice(null, null, LINE).toString()).doesNotContain("ERIKSSON");
    }

    private static ExamChoice choice(
            @Nullable String sitting, @Nullable DocumentShown document, @Nullable String mrz) {
        return new ExamChoice(new UUID(1, 2), "kiosk1", sitting, document, mrz);
    }
}
