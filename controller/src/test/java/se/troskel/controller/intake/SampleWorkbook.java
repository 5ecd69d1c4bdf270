package se.troskel.controller.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks for tests, part by part as Excel writes them.
public final class SampleWorkbook {
    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private SampleWorkbook() {}

    /// A workbook with these rows in each sheet. Shared text 0 is `Kurs`, 1 `MAA140`.
    public static byte[] of(String... sheets) {
        return zip(parts(sheets));
    }

    static byte[] changed(String rows, UnaryOperator<String> change) {
        Map<String, String> parts = parts(rows);
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (_, sheet) -> change.apply(sheet));
        return zip(parts);
    }

    /// A row of text.
    public static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append(
                    "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                            .formatted('A' + i, number, cells[i]));
        }
        return row.append("</row>").toString();
    }

    private static Map<String, String> parts(String... sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.length; i++) {
            types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
            list.append("<sheet name=\"S%d\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(i, i, i));
            relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
            parts.put(
                    "xl/worksheets/sheet" + i + ".xml",
                    "<worksheet %s><sheetData>%s</sheetData></worksheet>"
                            .formatted(MAIN, sheets[i - 1]));
        }
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("/xl/workbook.xml", "sheet.main+xml")
                        + type("/xl/sharedStrings.xml", "sharedStrings+xml")
                        + type("/xl/styles.xml", "styles+xml")
                        + types
                        + "</Types>");
        parts.put("_rels/.rels", relationships(relation(1, "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships(
                        relations
                                + relation(98, "sharedStrings", "sharedStrings.xml")
                                + relation(99, "styles", "styles.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook %s xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, list));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst %s><si><t>Kurs</t></si><si><t>MAA140</t></si></sst>".formatted(MAIN));
        parts.put("xl/styles.xml", styles());
        return parts;
    }

    private static String styles() {
        StringBuilder formats = new StringBuilder();
        for (int id : new int[] {0, 14, 20, 22, 164, 9, 165, 166}) {
            formats.append("<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>");
        }
        return "<styleSheet %s><numFmts count=\"3\">".formatted(MAIN)
                + "<numFmt numFmtId=\"164\" formatCode=\"000000-0000\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;x&quot;\"/>"
                + "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/></numFmts>"
                + "<cellXfs count=\"8\">"
                + formats
                + "</cellXfs></styleSheet>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, TYPES + type);
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, RELATIONS, type, target);
    }

    private static String relationships(String all) {
        return "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + all
                + "</Relationships>";
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
