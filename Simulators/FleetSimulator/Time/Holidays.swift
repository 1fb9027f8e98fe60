public import Quantities

/// Turkey's public holidays, on which offices, schools and most factories are closed.
///
/// The fixed ones: Law 2429 (Ulusal Bayram ve Genel Tatiller), with half days left out. The two religious ones follow the
/// tabular Islamic calendar, `approximate`: the Diyanet's dates differ by a day in some years.
public enum Holidays {
    /// Whether a day is a public holiday.
    public static func contains(_ date: CivilDate) -> Bool {
        switch (date.month, date.day) {
        case (1, 1), (4, 23), (5, 1), (5, 19), (7, 15), (8, 30), (10, 29): return true
        default: break
        }
        let islamic = islamicDay(date)
        // Ramazan Bayramı: 1 to 3 Şevval; Kurban Bayramı: 10 to 13 Zilhicce.
        return (islamic.month == 10 && islamic.day <= 3) || (islamic.month == 12 && (10...13).contains(islamic.day))
    }

    /// Month and day of the tabular Islamic calendar: 30 years of 10,631 days, odd months of 30 days and even ones of 29.
    ///
    /// The usual arithmetical form (civil epoch, 16 July 622 Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29.
    static func islamicDay(_ date: CivilDate) -> (month: Int, day: Int) {
        let days = date.dayNumber - 227_320  // 1 Muharrem 1 is Julian day 1,948,440
        let year = (30 * days + 10_646) / 10_631
        let start = (year - 1) * 354 + (3 + 11 * year) / 30
        let dayOfYear = days - start
        let month = min(12, 2 * dayOfYear / 59 + 1)
        let monthStart = (59 * (month - 1) + 1) / 2
        return (month, dayOfYear - monthStart + 1)
    }
}
