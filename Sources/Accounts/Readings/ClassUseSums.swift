import Billing
import Quantities
import Storage

/// What a transaction adds to the sums of the classes, written once at its end.
private final class ClassUseSums {
    static let key = "class use sums"

    struct Place: Hashable, Comparable {
        let tariff: String
        let month: CivilMonth

        static func < (left: Place, right: Place) -> Bool {
            (left.tariff, left.month) < (right.tariff, right.month)
        }
    }

    var sums: [Place: (litres: Int64, days: Int64)] = [:]
}

extension Transaction {
    /// Adds an invoice's use to its class, its days spread evenly, or takes that of a reversed one away again.
    ///
    /// `writeClassUse` must follow before the transaction, or the savepoint, ends.
    func countUse(of invoice: Billing.Invoice, tariff: String, takenBack: Bool = false) {
        let sums = memo.value(ClassUseSums.key, ClassUseSums.self) ?? ClassUseSums()
        memo.keep(sums, ClassUseSums.key)
        let (first, last) = (invoice.firstReading.date.dayNumber, invoice.lastReading.date.dayNumber)
        guard first < last else { return }
        let sign: Int64 = takenBack ? -1 : 1
        var (day, left) = (first + 1, invoice.figures.measuredVolume.litres)
        while day <= last {
            let date = CivilDate.nearest(toDayNumber: day)
            let days = min(CivilMonth.days(year: date.year, month: date.month) - date.day, last - day) + 1
            // The last month takes what is left, so that the sums are the invoices'.
            let litres = Int64(clamping: Int128(left) * Int128(days) / Int128(last - day + 1))
            let place = ClassUseSums.Place(tariff: tariff, month: CivilMonth(of: date))
            let known = sums.sums[place] ?? (0, 0)
            sums.sums[place] = (known.litres + sign * litres, known.days + sign * Int64(days))
            left -= litres
            day += days
        }
    }

    /// Writes what `countUse` gathered.
    func writeClassUse() throws(StoreError) {
        guard let sums = memo.value(ClassUseSums.key, ClassUseSums.self) else { return }
        for (place, sum) in sums.sums.sorted(by: { $0.key < $1.key }) {
            try run(
                """
                INSERT INTO class_use (tariff, month, litres, days) VALUES (?, ?, ?, ?)
                ON CONFLICT (tariff, month) DO UPDATE SET litres = litres + excluded.litres, days = days + excluded.days
                """, place.tariff, place.month.description, sum.litres, sum.days)
        }
        sums.sums = [:]
    }
}

extension Statements {
    /// What a customer of a tariff uses a day by month, as it stands on `day`; nil where the books know too little.
    ///
    /// It is read once in a transaction.
    func classUse(tariff: String, on day: CivilDate) throws(StoreError) -> ClassUse? {
        let place = ClassUsePlace(tariff: tariff, month: CivilMonth(of: day))
        var known = memo.value(ClassUsePlace.key, [ClassUsePlace: ClassUse?].self) ?? [:]
        if let found = known[place] { return found }
        var months: [ClassMonth] = []
        for row in try rows("SELECT month, litres, days FROM class_use WHERE tariff = ?", tariff) {
            months.append(
                ClassMonth(
                    month: try row.value("month") { try CivilMonth(iso8601: $0) },
                    litres: try row.integer("litres"), days: try row.integer("days")))
        }
        let found = ClassUsePolicy.shipped.classUse(of: months, on: day)
        known.updateValue(found, forKey: place)
        memo.keep(known, ClassUsePlace.key)
        return found
    }
}

/// What class means are looked up by, and where a transaction keeps those that it found.
private struct ClassUsePlace: Hashable {
    static let key = "class use"

    let tariff: String
    let month: CivilMonth
}
