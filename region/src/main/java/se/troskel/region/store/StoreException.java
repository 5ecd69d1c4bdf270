package se.troskel.region.store;

import java.sql.SQLException;
import se.troskel.protocol.AccessSystemException;

/// Thrown when the region's record cannot be opened, read or written. Nothing was acknowledged
/// then; the intake tries again.
public final class StoreException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    /// Whether the database works and only refused what it was given: trying the same again is then
    /// of no use.
    public boolean isAboutTheData() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String family = sql.getSQLState().substring(0, 2);
                return family.equals("22") || family.equals("23");
            }
        }
        return false;
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
