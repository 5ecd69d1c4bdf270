package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.page.Form.MalformedForm;

/// Goal: a form is read as the browser meant it, and anything else is refused without reading on.
/// Method: good bodies, tables of malformed ones, and fuzzing, for both kinds of form.
class FormTest {
    private static final String TWO_PARTS =
            """
            --b\r
            Content-Disposition: form-data; name="csrf"\r
            \r
            token\r
            --b\r
            Content-Disposition: form-data; name="file"; filename="x.csv"\r
            Content-Type: text/csv\r
            \r
            a;b\r
            ÅÄÖ\r
            --b--\r
            """;

    @Test
    void readsFields() {
        var form = Form.parse("name=Alva+Testsson%20%C3%85&empty=&flag&name=second");

        assertThat(form.get("name")).isEqualTo("Alva Testsson Å");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.get("flag")).isEmpty();
        assertThat(form.get("absent")).isEmpty();
        assertThat(form).hasToString("Form[3 fields]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "%=1"})
    void refusesBrokenFields(String body) {
        assertThatThrownBy(() -> Form.parse(body)).isInstanceOf(MalformedForm.class);
    }

    @Test
    void refusesTooManyFields() {
        var body = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            body.append("f").append(i).append("=1&");
        }
        assertThatThrownBy(() -> Form.parse(body.toString())).isInstanceOf(MalformedForm.class);
    }

    @Test
    void readsAFileToTheByte() {
        var form = parts(TWO_PARTS, false);

        assertThat(form.get("csrf")).isEqualTo("token");
        assertThat(form.file()).isEqualTo("a;b\r\nÅÄÖ".getBytes(StandardCharsets.UTF_8));
        assertThat(form.isFileTooLarge()).isFalse();
    }

    @Test
    void readsAnEmptyFile() {
        assertThat(parts(TWO_PARTS.replace("a;b\r\nÅÄÖ", ""), false).file()).isEmpty();
    }

    @Test
    void keepsTheFieldsBeforeAFileThatIsTooLarge() {
        var form = parts(TWO_PARTS.substring(0, TWO_PARTS.indexOf("ÅÄÖ")), true);

        assertThat(form.get("csrf")).isEqualTo("token");
        assertThat(form.file()).isNull();
        assertThat(form.isFileTooLarge()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "--b",
                "--b\r\n",
                "--c\r\n",
                "x--b--",
                "--b\r\n\r\nvalue\r\n--b--",
                "--b\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--b--",
                "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nvalue\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--b",
                "--bContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--b--"
            })
    void refusesBrokenParts(String body) {
        assertThatThrownBy(() -> parts(body, false)).isInstanceOf(MalformedForm.class);
    }

    @Test
    void refusesEveryCutBody() {
        for (int length = 0; length < TWO_PARTS.indexOf("--b--") + 4; length++) {
            var cut = TWO_PARTS.substring(0, length);
            assertThatThrownBy(() -> parts(cut, false)).isInstanceOf(MalformedForm.class);
        }
    }

    @Test
    void refusesBoundariesOutOfBounds() {
        assertThatThrownBy(() -> MultipartForm.parse(new byte[0], false, ""))
                .isInstanceOf(MalformedForm.class);
        assertThatThrownBy(() -> MultipartForm.parse(new byte[0], false, "b".repeat(71)))
                .isInstanceOf(MalformedForm.class);
    }

    @FuzzTest
    void readsOrRefusesAnything(byte[] body) {
        try {
            Form.parse(new String(body, StandardCharsets.UTF_8));
        } catch (MalformedForm e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            var file = MultipartForm.parse(body, false, "b").file();
            assertThat(file == null || file.length < body.length).isTrue();
        } catch (MalformedForm e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static Form parts(String body, boolean cut) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return MultipartForm.parse(Arrays.copyOf(bytes, bytes.length), cut, "b");
    }
}
