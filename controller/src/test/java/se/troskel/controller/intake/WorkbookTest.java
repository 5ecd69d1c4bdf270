package se.troskel.controller.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Goal: a list from Excel is the same table as the list saved as CSV, and no file harms who reads
/// it. Method: workbooks written part by part, a table of cells, a table of malformed files, and
/// any bytes.
class WorkbookTest {
    private static final String HEAD = SampleWorkbook.row(1, "Kurs", "Personnummer", "Start");

    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    @Test
    void textsNumbersDatesAndTimesAreWhatTheListAsCsvHas() {
        CsvTable table =
                table(
                        HEAD
                                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c>"
                                + "<c r=\"B3\"><v>199610202385</v></c>"
                                + "<c r=\"C3\" s=\"2\"><v>0.35416666666666669</v></c><c r=\"D3\"/></row>");
        assertThat(table.header()).containsExactly("Kurs", "Personnummer", "Start");
        assertThat(table.rows())
                .containsExactly(
                        new CsvTable.Row(3, List.of("MAA140", "199610202385", "08:30"), true));
        assertThat(table.charset()).isEqualTo("xlsx");
    }

    /// `s` is the style: 1 date, 2 time, 3 date and time, 4 `000000-0000`, 5 percent, 6 `yyyy"x"`,
    /// 7 `[h]:mm`.
    @ParameterizedTest
    @CsvSource({
        "0, 199610202385, 199610202385",
        "0, 1.99610202385E11, 199610202385",
        "0, 101042399, 0101042399",
        "0, 1042399, 0001042399",
        "0, 12, 12",
        "0, 240, 240",
        "0, 4.5, 4.5",
        "0, 0, 0",
        "1, 46350, 2026-11-24",
        "2, 0.375, 09:00",
        "2, 0.999999999, 1899-12-31",
        "3, 46350.354166666664, 2026-11-24 08:30",
        "4, 1042399, 000104-2399",
        "4, 199610202385, 19961020-2385",
        "5, 0.5, 50",
        "5, 0.25, 25",
        "6, 46350, 2026-11-24",
        "7, 0.16666666666666666, 04:00",
        "1, -5, -5",
        "1, 99999999, 0099999999",
        "0, 1e999999999, 1E+999999999"
    })
    void aNumberIsWrittenAsTheSheetShowsIt(int style, String value, String text) {
        CsvTable table =
                table(
                        HEAD
                                + "<row r=\"2\"><c r=\"B2\" s=\"%d\"><v>%s</v></c></row>"
                                        .formatted(style, value));
        assertThat(table.rows().getFirst().cells()).containsExactly("", text);
    }

    @Test
    void aFormulaCountsAsItsLastValueAndAYesAsYes() {
        CsvTable table =
                table(
                        HEAD
                                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B1</f><v>MAA140</v></c>"
                                + "<c r=\"B2\" t=\"b\"><v>1</v></c>"
                                + "<c r=\"C2\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
        assertThat(table.rows().getFirst().cells()).containsExactly("MAA140", "true", "x");
    }

    @Test
    void anEmptySecondSheetIsNobodysConcern() {
        byte[] file = SampleWorkbook.of(HEAD + SampleWorkbook.row(2, "a"), "");
        assertThat(Workbook.read(file).rows()).hasSize(1);
    }

    static Stream<Arguments> malformed() {
        byte[] good = SampleWorkbook.of(HEAD + SampleWorkbook.row(2, "a"));
        byte[] flipped = good.clone();
        Arrays.fill(flipped, 60, 120, (byte) 0);
        byte[] old = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        byte[] locked = old.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 300, name.length);
        return Stream.of(
                Arguments.of("signature only", SIGNATURE, "damaged"),
                Arguments.of("cut short", Arrays.copyOf(good, good.length / 3), "damaged"),
                Arguments.of("overwritten", flipped, "damaged"),
                Arguments.of("no workbook", SampleWorkbook.zip(Map.of("a.xml", "<a/>")), "damaged"),
                Arguments.of("old", old, "xls"),
                Arguments.of("with a password", locked, "locked"),
                Arguments.of("empty", SampleWorkbook.of(""), "empty"),
                Arguments.of("two lists", SampleWorkbook.of(HEAD, HEAD), "sheets"),
                Arguments.of(
                        "zip bomb",
                        SampleWorkbook.zip(Map.of("xl/media/a", "0".repeat(60_000_000))),
                        "tooLarge"),
                Arguments.of(
                        "XML bomb",
                        changed("<worksheet", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet"),
                        "damaged"),
                Arguments.of("half a sheet", changed("</sheetData></worksheet>", ""), "damaged"),
                Arguments.of(
                        "beyond the last column", changed("r=\"A2\"", "r=\"ZZZZZ2\""), "damaged"),
                Arguments.of(
                        "beyond the last row", changed("r=\"2\"", "r=\"999999999\""), "damaged"),
                Arguments.of("very wide", changed("r=\"A2\"", "r=\"XFD2\""), "tooLarge"),
                Arguments.of(
                        "too many rows",
                        SampleWorkbook.of(
                                HEAD + "<row><c t=\"str\"><v>a</v></c></row>".repeat(50_002)),
                        "tooLarge"));
    }

    private static byte[] changed(String from, String to) {
        UnaryOperator<String> change =
                sheet -> {
                    assertThat(sheet).contains(from);
                    return sheet.replace(from, to);
                };
        String rows = HEAD + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>";
        return SampleWorkbook.changed(rows, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void aMalformedWorkbookIsRefusedByName(String what, byte[] file, String why) {
        assertThat(Workbook.isOne(file)).as(what).isTrue();
        assertThatThrownBy(() -> Workbook.read(file))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessage("table." + why);
    }

    @FuzzTest
    void anyBytesAreAWorkbookOrNone(byte[] bytes) {
        byte[] file = Arrays.copyOf(SIGNATURE, SIGNATURE.length + bytes.length);
        System.arraycopy(bytes, 0, file, SIGNATURE.length, bytes.length);
        readOrRefuse(file);
    }

    @FuzzTest
    void anySheetIsATableOrNone(String sheet) {
        readOrRefuse(
                SampleWorkbook.changed(HEAD, whole -> whole.replace("</sheetData>", " " + sheet)));
    }

    private static void readOrRefuse(byte[] file) {
        try {
            Workbook.read(file);
        } catch (UnreadableTableException e) {
            assertThat(e).hasMessageStartingWith("table.");
        }
    }

    private static CsvTable table(String rows) {
        return Workbook.read(SampleWorkbook.of(rows));
    }
}
