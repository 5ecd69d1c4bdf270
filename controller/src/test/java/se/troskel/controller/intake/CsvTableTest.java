package se.troskel.controller.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: what spreadsheets save is read as they show it, line numbers included. Method: a table of
/// forms and malformed files, and any bytes.
class CsvTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b\n1;2\n",
                "a;b\r\n1;2",
                "\uFEFFa;b\n1;2\n",
                "a;b\r1;2\r",
                "a,b\n1,2\n",
                "a\tb\n1\t2\n",
                "\n\na;b\n\n1;2\n\n",
                "\"a\";\"b\"\n\"1\";\"2\"\n",
                " a ; b \n 1 ; \"2\" \n"
            })
    void formsOfTheSameTable(String text) {
        CsvTable table = CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows()).extracting(CsvTable.Row::cells).containsExactly(List.of("1", "2"));
        assertThat(table.charset()).isEqualTo("UTF-8");
    }

    @Test
    void windowsTextIsRead() {
        CsvTable table =
                CsvTable.read("Namn;Å\nÖrjan;ä\n".getBytes(Charset.forName("windows-1252")));
        assertThat(table.charset()).isEqualTo("windows-1252");
        assertThat(table.rows().getFirst().cells()).containsExactly("Örjan", "ä");
    }

    @Test
    void quotedFieldsKeepSeparatorsQuotesAndLines() {
        CsvTable table =
                CsvTable.read(
                        "a;b\n\"x;y\";\"say \"\"hi\"\"\nthere\"\nlast;1"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows().getFirst().cells()).containsExactly("x;y", "say \"hi\"\nthere");
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2, 4);
    }

    @Test
    void anOpenQuoteIsNamedAtTheRowWhereItBegins() {
        CsvTable table = CsvTable.read("a;b\n1;2\n3;\"4\n5;6\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getLast().whole()).isFalse();
        assertThat(table.rows().getLast().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", " ; ; "})
    void anEmptyFileIsNoTable(String text) {
        assertThatThrownBy(() -> CsvTable.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessage("table.empty");
    }

    @Test
    void aHugeFileIsNotRead() {
        assertThatThrownBy(() -> CsvTable.read(new byte[9 * 1024 * 1024]))
                .hasMessage("table.tooLarge");
    }

    @FuzzTest
    void anyBytesAreATableOrNone(byte[] bytes) {
        try {
            CsvTable table = CsvTable.read(bytes);
            int line = 0;
            for (CsvTable.Row row : table.rows()) {
                assertThat(row.line()).isGreaterThan(line);
                line = row.line();
            }
        } catch (UnreadableTableException e) {
            assertThat(e).hasMessageStartingWith("table.");
        }
    }
}
