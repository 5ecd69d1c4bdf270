package se.troskel.controller.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// The one sheet of a workbook (`.xlsx`, ECMA-376) that has rows, as the table that the same list
/// would be as CSV. A workbook in which more than one sheet has rows is refused: nobody guesses
/// which is the list.
final class Workbook {
    private static final String ZIP = "PK\u0003\u0004";
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String ENCRYPTED = "EncryptedPackage";
    private static final int COLUMNS_MAX = 500;

    private Workbook() {}

    /// Whether the bytes begin like a workbook of any age, whatever the file is called.
    static boolean isOne(byte[] file) {
        return startsWith(file, ZIP.getBytes(StandardCharsets.ISO_8859_1))
                || startsWith(file, OLE2);
    }

    /// Reads a file.
    ///
    /// @throws UnreadableTableException when it is no workbook, damaged, locked with a password, of
    ///   the old kind (`.xls`), empty, too large or of several sheets
    static CsvTable read(byte[] file) {
        if (startsWith(file, OLE2)) {
            String name = new String(file, StandardCharsets.UTF_16LE);
            throw new UnreadableTableException(
                    name.contains(ENCRYPTED) ? "table.locked" : "table.xls");
        }
        byte[] plain = Unpacked.of(file);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(plain), new ReadingOptions(true, false))) {
            List<CsvTable.Row> rows = List.of();
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<CsvTable.Row> these = rows(sheet, workbook.isDate1904());
                if (!these.isEmpty() && !rows.isEmpty()) {
                    throw new UnreadableTableException("table.sheets");
                }
                rows = these.isEmpty() ? rows : these;
            }
            return CsvTable.of(CsvTable.WORKBOOK, CsvTable.NO_SEPARATOR, rows);
        } catch (UnreadableTableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // whatever the reader stumbles over in a damaged file, the same is to be done
            throw new UnreadableTableException("table.damaged");
        }
    }

    private static List<CsvTable.Row> rows(Sheet sheet, boolean since1904) throws IOException {
        List<CsvTable.Row> rows = new ArrayList<>();
        List<String> header = List.of();
        try (Stream<Row> all = sheet.openStream()) {
            Iterator<Row> each = all.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                CsvTable.Row read =
                        new CsvTable.Row(row.getRowNum(), cells(row, header, since1904), true);
                if (read.isBlank()) {
                    continue;
                }
                header = header.isEmpty() ? read.cells() : header;
                rows.add(read);
                if (rows.size() > CsvTable.ROWS_MAX + 1) {
                    throw new UnreadableTableException("table.tooLarge");
                }
            }
        }
        return rows;
    }

    /// Without the empty cells at the end, which many a sheet has by the thousand.
    private static List<String> cells(Row row, List<String> header, boolean since1904) {
        if (row.getCellCount() > COLUMNS_MAX) {
            throw new UnreadableTableException("table.tooLarge");
        }
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < row.getCellCount(); place++) {
            Cell cell = row.getCell(place);
            boolean number =
                    place < header.size()
                            && Column.named(header.get(place))
                                    .filter(Column.PERSONAL_NUMBER::equals)
                                    .isPresent();
            cells.add(cell == null ? "" : WorkbookCell.text(cell, number, since1904).strip());
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= file.length || file[i] != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
