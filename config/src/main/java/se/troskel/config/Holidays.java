package se.troskel.config;

/// The public holidays that the centre follows, reckoned for any year.
///
/// @param calendar whose holidays
/// @param eves whether the eves of midsummer, Christmas and the new year count too; they are no
///   public holidays, but most of Sweden is closed
/// @param treatAs what the centre does on them
public record Holidays(Calendar calendar, boolean eves, TreatAs treatAs) {
    /// Whose holidays.
    public enum Calendar {
        /// Sweden: lag (1989:253) om allmänna helgdagar.
        SE
    }

    /// What the centre does on a holiday.
    public enum TreatAs {
        /// It is closed.
        CLOSED,
        /// The hours of a Sunday hold, for the centre and its doors.
        SUNDAY
    }
}
