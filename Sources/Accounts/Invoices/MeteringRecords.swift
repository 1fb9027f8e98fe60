import Billing
import GasPhysics
import Quantities

/// A meter change as it is stored with an invoice.
struct MeterChangeRecord: Decodable {
    let date: String
    let removed: MeterRecord
    let removedAt: String
    let newMeterStart: String
    /// The removed meter's factors, by month or for the whole period; none where it measured at the pressure of the next one.
    let factor: String?
    let factors: [String: String]?

    init(_ change: MeterChange) {
        date = change.date.description
        removed = MeterRecord(change.removed)
        removedAt = change.removedAt.description
        newMeterStart = change.newMeterStart.description
        switch change.correction {
        case .fixed(let fixed): (factor, factors) = (fixed.description, nil)
        case .monthly(let table):
            factor = nil
            factors = Dictionary(uniqueKeysWithValues: table.values.map { ($0.key.description, $0.value.description) })
        case nil: (factor, factors) = (nil, nil)
        }
    }

    func value() throws -> MeterChange {
        MeterChange(
            date: try CivilDate(iso8601: date), removed: try removed.value(), removedAt: try Index(printed: removedAt),
            newMeterStart: try Index(printed: newMeterStart), correction: try correction())
    }

    private func correction() throws -> GasQuality.Correction? {
        if let factor { return .fixed(try stored(factor)) }
        guard let factors else { return nil }
        var months: [CivilMonth: CorrectionFactor] = [:]
        for (month, factor) in factors { months[try CivilMonth(iso8601: month)] = try stored(factor) }
        return .monthly(MonthlyTable(months))
    }
}

/// The registers of a corrector as they are stored with an invoice.
struct CorrectorRecord: Decodable {
    let first: String
    let last: String
    let expectedFactor: String
    let tolerance: String
    let approved: String?
    /// What the correctors that were exchanged showed, two registers each; none where none was.
    let exchanges: [CorrectorExchangeRecord]?

    init(_ reading: CorrectorReading) {
        first = reading.first.description
        last = reading.last.description
        expectedFactor = reading.expectedFactor.description
        tolerance = reading.tolerance.description
        approved = reading.approved?.description
        exchanges = reading.exchanges.isEmpty ? nil : reading.exchanges.map { CorrectorExchangeRecord($0) }
    }

    func value() throws -> CorrectorReading {
        CorrectorReading(
            first: try Index(printed: first), last: try Index(printed: last),
            expectedFactor: try stored(expectedFactor), tolerance: try stored(tolerance),
            exchanges: try (exchanges ?? []).map { try $0.value() }, approved: try approved.map { try stored($0) })
    }
}

/// The exchange of a corrector as it is stored with an invoice.
struct CorrectorExchangeRecord: Decodable {
    let removedAt: String
    let newStart: String

    init(_ exchange: CorrectorExchange) {
        (removedAt, newStart) = (exchange.removedAt.description, exchange.newStart.description)
    }

    func value() throws -> CorrectorExchange {
        CorrectorExchange(removedAt: try Index(printed: removedAt), newStart: try Index(printed: newStart))
    }
}

/// An amount beside the gas as it is stored with an invoice.
struct ChargeRecord: Decodable {
    let code: String
    let amount: String
    let isTaxed: Bool

    init(_ charge: InvoiceCharge) {
        (code, amount, isTaxed) = (charge.code.rawValue, charge.amount.description, charge.isTaxed)
    }

    func value() throws -> InvoiceCharge {
        InvoiceCharge(code: try stored(code), amount: try stored(amount), isTaxed: isTaxed)
    }
}

/// What an invoice left on the ledger, as it is stored with it.
struct CarriedRecord: Decodable {
    let corrections: String
    let credit: String

    init(_ carried: CarriedCredit) {
        (corrections, credit) = (carried.corrections.description, carried.credit.description)
    }

    func value() throws -> CarriedCredit {
        CarriedCredit(corrections: try stored(corrections), credit: try stored(credit))
    }
}

extension MeterChangeRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("date", date)
        json.member("removed", removed)
        json.member("removedAt", removedAt)
        json.member("newMeterStart", newMeterStart)
        json.member("factor", factor)
        json.member("factors", factors)
    }
}

extension CorrectorRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("first", first)
        json.member("last", last)
        json.member("expectedFactor", expectedFactor)
        json.member("tolerance", tolerance)
        json.member("approved", approved)
        json.member("exchanges", exchanges)
    }
}

extension CorrectorExchangeRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("removedAt", removedAt)
        json.member("newStart", newStart)
    }
}

extension ChargeRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("code", code)
        json.member("amount", amount)
        json.member("isTaxed", isTaxed)
    }
}

extension CarriedRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("corrections", corrections)
        json.member("credit", credit)
    }
}
