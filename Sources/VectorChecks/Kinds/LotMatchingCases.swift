import Billing
import GasPhysics
import Quantities

/// The cases of `fifo_lots.csv` and `fifo_periods.csv`, each computed once.
struct LotMatchingCases {
    /// A subscriber's lots and periods and what the library makes of them.
    struct Case {
        /// The names of the lots, in the order of the result's lots.
        fileprivate(set) var lotNames: [String] = []
        /// The names of the periods, in the order of the result's periods.
        fileprivate(set) var periodNames: [String] = []
        /// The correction, or why there is none.
        fileprivate(set) var outcome: Result<TLCorrection, PrepaidError>

        /// A match's period and lot, by the files' names.
        func names(of match: LotMatch) -> (period: String, lot: String) {
            (periodNames[match.period], match.lot.map { lotNames[$0] } ?? unmatched)
        }
    }

    /// What stands in the place of a lot where more was used than was bought.
    static let unmatched = "UNMATCHED"

    /// The cases by name.
    private(set) var cases: [String: Case] = [:]

    /// Computes every case; throws `VectorFileError` where the files cannot be read.
    init(lots: VectorTable, periods: VectorTable, totals: VectorTable?) throws(VectorFileError) {
        let rate = try (totals ?? periods).valueAddedTaxPercent()
        var inputs: [String: Inputs] = [:]
        for row in lots.rows { try inputs[try row.text("case"), default: Inputs()].addLot(row) }
        for row in periods.rows { try inputs[try row.text("case"), default: Inputs()].addPeriod(row, rate: rate) }
        for (name, input) in inputs { cases[name] = input.computed() }
    }

    /// The rows of a case, read.
    private struct Inputs {
        var lotNames: [String] = []
        var lots: [PrepaidLot] = []
        var periodNames: [String] = []
        var periods: [UsePeriod] = []
        var relief: TLCorrectionRules.UnreadRelief?
        var start: CivilDate??

        mutating func addLot(_ row: VectorRow) throws(VectorFileError) {
            let name = try row.text("lot")
            guard !name.isEmpty, name != LotMatchingCases.unmatched, !lotNames.contains(name) else {
                throw row.failure("lot", "'\(name)' names no lot of its own; give each lot of a case another name")
            }
            lots.append(
                PrepaidLot(
                    sale: Int64(lots.count), purchasedOn: try row.date("purchase_date"),
                    bought: try row.quantity("m3"), terms: try row.terms()))
            lotNames.append(name)
        }

        mutating func addPeriod(_ row: VectorRow, rate: Rate) throws(VectorFileError) {
            let name = try row.text("period")
            guard !name.isEmpty, !periodNames.contains(name) else {
                throw row.failure("period", "'\(name)' names no period of its own; give each of a case another name")
            }
            let (from, through) = (try row.date("from"), try row.date("to"))
            let interval: BillingInterval
            do throws(BillingIntervalError) {
                interval = try BillingInterval(first: from, last: through)
            } catch {
                throw row.failure("to", "\(through) is not later than from \(from)")
            }
            let relief = try row.choice("company_rule", as: TLCorrectionRules.UnreadRelief.self)
            guard self.relief ?? relief == relief else {
                throw row.failure("company_rule", "a case has one rule; write the same in all its rows")
            }
            self.relief = relief
            let start: CivilDate? = try row.text("start_reading").isEmpty ? nil : try row.date("start_reading")
            guard self.start ?? start == start else {
                throw row.failure("start_reading", "a case has one start; write the same in all its rows")
            }
            self.start = .some(start)
            guard let months = Int(exactly: try row.wholeNumber("unread_company_months")), months >= 0 else {
                throw row.failure("unread_company_months", "it is below zero; write 0 where the meter was read")
            }
            periods.append(
                UsePeriod(
                    interval: interval, volume: try row.quantity("m3"), terms: try row.terms(),
                    valueAddedTaxRate: rate,
                    unread: months == 0 ? nil : UsePeriod.Unread(consecutiveMonths: months, cause: .company)))
            periodNames.append(name)
        }

        /// A start reading is what İzgaz's set asks for; without one the other set holds.
        func computed() -> Case {
            let start = (self.start ?? nil).map { CorrectionStart.lastReadingBeforeApproval($0) }
            let rules = (start == nil ? TLCorrectionRules.cinigaz : .izgaz).with(unreadRelief: relief ?? .perPortion)
            do throws(PrepaidError) {
                let correction = try TLCorrection(lots: lots, periods: periods, rules: rules, start: start)
                let order = correction.periods.map { period in periods.firstIndex { $0 == period } ?? 0 }
                return Case(
                    lotNames: correction.lots.map { lotNames[Int($0.sale)] },
                    periodNames: order.map { periodNames[$0] }, outcome: .success(correction))
            } catch {
                return Case(lotNames: lotNames, periodNames: periodNames, outcome: .failure(error))
            }
        }
    }
}

extension VectorRow {
    fileprivate func terms() throws(VectorFileError) -> GasTerms {
        GasTerms(
            price: try quantity("price"), calorificValue: try quantity("gcv"), correctionFactor: try quantity("k"))
    }
}
