package se.troskel.controller.intake;

import se.troskel.protocol.AccessSystemException;

/// A file is no table that can be imported; nothing was taken of it. The message is a stable key of
/// the sentence for staff: `table.empty`, `table.tooLarge`, `table.twice.COLUMN`,
/// `table.missing.COLUMN`, and of workbooks `table.damaged`, `table.locked`, `table.xls`,
/// `table.sheets`.
public final class UnreadableTableException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public UnreadableTableException(String key) {
        super(key);
    }
}
