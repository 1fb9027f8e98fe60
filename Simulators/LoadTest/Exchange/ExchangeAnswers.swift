import Billing
package import Quantities
import WrittenFiles

/// What the outside program wrote, read strictly: what contradicts itself or the question ends the run.
package enum ExchangeAnswers {
    /// The columns of outcomes.csv.
    package static let outcomeColumns = [
        "line", "outcome", "reason", "from", "through", "cubic_metres", "payable_kurus", "charge_kurus", "tax_kurus",
        "factor", "calorific", "rollover", "estimate",
    ]
    /// The columns of flags.csv.
    package static let flagColumns = ["meter", "fault", "evidence"]
    /// The columns of cards.csv.
    package static let cardColumns = [
        "line", "paid_kurus", "debt_kurus", "litres", "card_kurus", "card_price", "load", "lots", "refusal",
    ]
    /// A thousand million TL: no period of a fleet comes near it.
    private static let kurus: ClosedRange<Int64> = -100_000_000_000...100_000_000_000

    /// The outcomes of a batch; throws ``AdapterError`` with file, line and column of the first wrong thing.
    package static func outcomes(
        _ file: (text: String, name: String), _ readings: [FleetReading]
    ) throws -> [ReadingOutcome] {
        let rows = try ExchangeRow.all(file.text, file: file.name, columns: outcomeColumns)
        try check(rows, count: readings.count, of: "readings", file: file.name)
        return try zip(rows, readings).map { row, reading in try outcome(row, reading) }
    }

    private static func outcome(_ row: CSVRow, _ reading: FleetReading) throws -> ReadingOutcome {
        let reason = row["reason"]
        switch row["outcome"] {
        case "billed": return .billed(try period(row, reading))
        case "put-off": return .putOff(reason)
        case "held": return .held(reason)
        case "refused": return .refused(reason)
        case "repeated": return .repeated
        case let other:
            throw row.wrong("outcome", "is \"\(other)\", none of billed, put-off, held, refused, repeated")
        }
    }

    private static func period(_ row: CSVRow, _ reading: FleetReading) throws -> BilledPeriod {
        let (from, through) = (try row.day("from"), try row.day("through"))
        guard from < through else { throw row.wrong("through", "is \(through), not after \(from)") }
        guard through == reading.date else {
            throw row.wrong("through", "is \(through), but the reading of that line is of \(reading.date)")
        }
        return BilledPeriod(
            meter: reading.meter, order: reading.order, from: from, through: through,
            cubicMetres: try row.number("cubic_metres", in: -1_000_000_000_000...1_000_000_000_000),
            payableKurus: try row.number("payable_kurus", in: kurus),
            chargeKurus: try row.number("charge_kurus", in: kurus), taxKurus: try row.number("tax_kurus", in: kurus),
            factor: try row.number("factor", in: 0...100_000_000),
            calorific: try row.number("calorific", in: 0...1_000_000_000), isRollover: try row.flag("rollover"),
            isEstimate: try row.flag("estimate"))
    }

    /// The flags of a batch, all of its meters; throws ``AdapterError``.
    package static func flags(
        _ file: (text: String, name: String), _ meters: Set<Int>, on day: CivilDate
    ) throws -> [FaultFlagged] {
        try ExchangeRow.all(file.text, file: file.name, columns: flagColumns).map { row in
            let meter = Int(try row.number("meter"))
            guard meters.contains(meter) else { throw row.wrong("meter", "is \(meter), which is not in this batch") }
            let number = Int(try row.number("fault", in: 1...25))
            guard let fault = MeterFault(rawValue: number) else {
                throw row.wrong("fault", "is \(number), which no fault has")
            }
            return FaultFlagged(meter: meter, fault: fault, day: day, evidence: row["evidence"])
        }
    }

    /// The answers to a batch of wishes; throws ``AdapterError``.
    ///
    /// `moneyMeters` are those whose cards carry money: a load onto one of them has an amount and a price, others have neither.
    package static func cards(
        _ file: (text: String, name: String), _ wishes: [CardWish], moneyMeters: Set<Int> = []
    ) throws -> [CardAnswer] {
        let rows = try ExchangeRow.all(file.text, file: file.name, columns: cardColumns)
        try check(rows, count: wishes.count, of: "wishes", file: file.name)
        return try zip(rows, wishes).map { row, wish in
            let paid = try row.number("paid_kurus", in: 0...kurus.upperBound)
            let refusal = row["refusal"]
            let load = Int(try row.number("load", in: 0...65_535))
            let carriesMoney = moneyMeters.contains(wish.meter)
            for column in ["card_kurus", "card_price"] where !carriesMoney {
                guard row[column].isEmpty else { throw row.wrong(column, "is filled, but the card carries gas") }
            }
            return CardAnswer(
                meter: wish.meter, order: wish.order, paidKurus: paid,
                debtKurus: try row.number("debt_kurus", in: 0...max(paid, 0)),
                litres: try row.number("litres", in: 0...1_000_000_000),
                money: carriesMoney && load > 0
                    ? MoneyLoad(
                        kurus: try row.number("card_kurus", in: 1...400_000_000),
                        price: try row.number("card_price", in: 1...Int64(UInt32.max))) : nil,
                load: load, lots: Int(try row.number("lots", in: 0...1_000_000)),
                refusal: refusal.isEmpty ? nil : refusal)
        }
    }

    /// One row for each line that was asked, in order: none lost, none made up.
    private static func check(_ rows: [CSVRow], count: Int, of what: String, file: String) throws {
        for (place, row) in rows.enumerated() where try row.number("line") != Int64(place + 1) {
            throw row.wrong("line", "is \(row["line"]), where \(place + 1) must stand")
        }
        guard rows.count == count else {
            throw AdapterError("\(file): \(rows.count) rows for \(count) \(what)")
        }
    }
}
