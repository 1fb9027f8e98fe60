import Billing
import Quantities

extension VectorKind {
    /// `rollover`: the use between two indexes, through zero and over a meter change, or why a person decides.
    static let rollover = VectorKind(
        name: "rollover",
        columns: [
            "case", "digits", "first", "last", "cap_m3", "removed_at", "new_meter_start", "consumption", "status",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let wheels = try row.wheels("digits")
            let decision = CounterDecision(
                from: try row.index("first", wheels: wheels), to: try row.index("last", wheels: wheels), wheels: wheels,
                exchange: try row.exchange(wheels: wheels), limit: try row.quantity("cap_m3"))

            let expected = try row.optionalFigure("consumption")
            let status = try row.choice("status", as: RolloverStatus.self)
            let computed = RolloverStatus(decision)
            if status != computed { comparison.note("status", status.rawValue, computed.rawValue) }
            let consumption = decision.consumption
            let isSame =
                switch (expected, consumption) {
                case (nil, nil): true
                case (let expected?, let computed?): expected.isEqual(to: computed)
                default: false
                }
            if !isSame {
                comparison.note(
                    "consumption", expected?.description ?? "none", consumption?.description ?? "none")
            }
        })
}

/// The file's word for a decision.
private enum RolloverStatus: String, CaseIterable {
    case accepted = "ok"
    case rollover
    case held = "hold-for-review"
    case meterChange = "meter-change"
    case rejectedDigits = "reject-digits"

    init(_ decision: CounterDecision) {
        switch decision {
        case .accepted(_, .ordinary): self = .accepted
        case .accepted(_, .rollover): self = .rollover
        case .accepted(_, .meterChange): self = .meterChange
        case .heldLower, .heldImplausible: self = .held
        case .rejectedDigits: self = .rejectedDigits
        }
    }
}

extension CounterDecision {
    fileprivate var consumption: DecimalFigure? {
        guard case .accepted(let cubicMetres, _) = self else { return nil }
        return DecimalFigure(cubicMetres)
    }
}

extension VectorRow {
    fileprivate func wheels(_ column: String) throws(VectorFileError) -> Int {
        guard let wheels = Int(exactly: try wholeNumber(column)), (1...Index.mostDigits).contains(wheels) else {
            throw failure(column, "'\(try text(column))' is no number of wheels; it is 1 to \(Index.mostDigits)")
        }
        return wheels
    }

    /// The index in the field, or one with as many digits as the number has where that is too large for the counter.
    fileprivate func index(_ column: String, wheels: Int) throws(VectorFileError) -> Index {
        let value = try wholeNumber(column)
        for digits in wheels...Index.mostDigits {
            do throws(IndexError) {
                return try Index(value: value, digits: digits)
            } catch {
                if case .doesNotFit = error, value >= 0 { continue }
                break
            }
        }
        throw failure(column, "'\(value)' is no index; it is a whole number of at most \(Index.mostDigits) digits")
    }

    /// The exchange of the meter, where its two fields are filled in.
    fileprivate func exchange(wheels: Int) throws(VectorFileError) -> MeterExchange? {
        switch (try text("removed_at").isEmpty, try text("new_meter_start").isEmpty) {
        case (true, true):
            return nil
        case (false, false):
            return MeterExchange(
                removedAt: try index("removed_at", wheels: wheels), removedWheels: wheels,
                newMeterStart: try index("new_meter_start", wheels: wheels))
        case (true, false):
            throw failure("removed_at", "it is empty though new_meter_start is filled in; fill in both or none")
        case (false, true):
            throw failure("new_meter_start", "it is empty though removed_at is filled in; fill in both or none")
        }
    }
}
