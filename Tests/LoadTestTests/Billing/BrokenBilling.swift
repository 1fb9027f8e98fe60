import Billing
import GasPhysics
import LoadTest
import Quantities

/// The seven bugs that a load test must catch.
enum SeededBug: String, CaseIterable, Sendable {
    case factorForgotten, rolloverAsNegative, lotsReversed, taxByWrongDate, duplicateBilled, taxInCharge, cashAsDebt

    /// The core library with the bug in it.
    func billing() throws -> BrokenBilling { BrokenBilling(bug: self, core: try CoreBilling(steps: steps)) }

    private var steps: CoreBilling.Steps {
        var steps = CoreBilling.Steps()
        switch self {
        case .factorForgotten:
            steps.request = { request in
                let one = CorrectionFactor(hundredThousandths: 100_000)
                request.gas = GasQuality(correction: .fixed(one), calorific: request.gas.calorific)
            }
        case .taxByWrongDate:
            steps.request = { $0.taxDate = $0.firstReading.date }
        case .lotsReversed:
            // Last in, first out: the lots change days, and change back.
            steps.correct = { lots, period, rules throws(PrepaidError) in
                let days = lots.map { $0.purchasedOn }
                let turned = zip(lots, days.reversed()).map { lot, day in
                    PrepaidLot(sale: lot.sale, purchasedOn: day, bought: lot.bought, left: lot.left, terms: lot.terms)
                }
                return try TLCorrection(lots: turned.reversed(), periods: [period], rules: rules)
            }
        case .rolloverAsNegative, .duplicateBilled, .taxInCharge, .cashAsDebt: break
        }
        return steps
    }
}

/// A billing with one of the bugs; those of whole answers are put in here, those of a step in ``CoreBilling/Steps``.
struct BrokenBilling: BillingUnderTest {
    let bug: SeededBug
    let core: CoreBilling

    var name: String { "broken-\(bug.rawValue)" }

    var derives: Bool { false }

    func open(_ opening: ShardOpening) throws -> Shard { Shard(bug: bug, core: try core.open(opening)) }

    struct Shard: BillingShard {
        let bug: SeededBug
        var core: CoreShard
        private var billed: [Int: [Int: BilledPeriod]] = [:]

        init(bug: SeededBug, core: CoreShard) {
            self.bug = bug
            self.core = core
        }

        mutating func bill(_ readings: [FleetReading], on day: CivilDate) throws -> DayAnswer {
            var answer = try core.bill(readings, on: day)
            for (place, outcome) in answer.outcomes.enumerated() {
                switch (bug, outcome) {
                case (.rolloverAsNegative, .billed(var period)) where period.isRollover:
                    let wrong = period.cubicMetres - 100_000
                    period.payableKurus = period.payableKurus * wrong / max(period.cubicMetres, 1)
                    period.cubicMetres = wrong
                    answer.outcomes[place] = .billed(period)
                case (.taxInCharge, .billed(var period)):
                    period.chargeKurus += period.taxKurus
                    period.taxKurus = 0
                    answer.outcomes[place] = .billed(period)
                case (.duplicateBilled, .billed(let period)):
                    billed[period.meter, default: [:]][period.order] = period
                case (.duplicateBilled, .repeated):
                    if let again = billed[readings[place].meter]?[readings[place].order] {
                        answer.outcomes[place] = .billed(again)
                    }
                default: break
                }
            }
            return answer
        }

        mutating func sell(_ wishes: [CardWish], on day: CivilDate) throws -> CardDay {
            var sold = try core.sell(wishes, on: day)
            if bug == .cashAsDebt {
                for place in sold.answers.indices { sold.answers[place].debtKurus = sold.answers[place].paidKurus }
            }
            return sold
        }

        mutating func close() throws -> LedgerCheck { try core.close() }
    }
}
