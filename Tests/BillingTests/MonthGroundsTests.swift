import Billing
import GasPhysics
import Quantities
import Testing
import Trials

@Suite("K of each month, explained")
struct MonthGroundsTests {
    @Test(
        "K of any months is recomputed from its pressures and its soil, and the average from the months and their days")
    func months() {
        var codes: Set<DerivationStep.Code> = []
        forAll("K by month", seed: 131) { generator in
            var gas = MonthlyGas()
            for month in 1...12 {
                let isStation = generator.oneIn(2)
                let key = MonthlyGas.CorrectionKey(month: .everyYear(month), millibar: isStation ? nil : 21)
                gas.corrections[key] =
                    isStation
                    ? .station(
                        pressure: Pressure(microbar: Int64.random(in: 500_000...1_100_000, using: &generator)),
                        soil: CelsiusTemperature(
                            microdegrees: Int64.random(in: -40_000_000...60_000_000, using: &generator)))
                    : .factor(
                        CorrectionFactor(hundredThousandths: Int64.random(in: 50_000...150_000, using: &generator)))
                gas.correctionVersions[key] = "k-\(month)"
                gas.calorificValues[.everyYear(month)] = GrossCalorificValue(
                    tenThousandths: Int64.random(in: 70_000_000...120_000_000, using: &generator))
            }
            var request = try SampleRequest(rounding: .standard).request()
            let last = try request.firstReading.date.advanced(byDays: Int.random(in: 1...90, using: &generator))
            request.lastReading = MeterReading(index: request.lastReading.index, date: last)
            request.invoiceDate = last
            let period = try BillingInterval(first: request.firstReading.date, last: last)
            request.gas = try gas.quality(in: period, pressureMillibar: 21)
            let invoice = try Invoice(request)
            let steps = invoice.derivation
            for step in steps {
                codes.insert(step.code)
                guard let result = PocketCalculator.result(of: step) else { continue }
                try hold(result.isEqual(to: step.result), "\(step): \(result)")
            }
            let factors = steps.filter { $0.code == .monthlyCorrectionFactor }
            try hold(factors.allSatisfy { $0.policy?.hasPrefix("k-") == true }, "editions")
            let days = factors.map { $0.days[0].date.days(until: $0.days[1].date) + 1 }
            try holdEqual(days.reduce(0, +), period.days, "days of the months")
            let average = steps.first { $0.code == .averageCorrectionFactor }
            try holdEqual(average == nil, factors.count == 1, "an average of one month is none")
            let used = average?.result ?? factors[0].result
            try holdEqual(used, invoice.figures.correctionFactor.figure, "K of the invoice")
            if let average {
                let values = average.operands.filter { $0.role == .correctionFactor }.map(\.figure)
                try holdEqual(values, factors.map(\.result), "K of the months")
                try holdEqual(
                    average.operands.filter { $0.role == .days }.map(\.figure), days.map { DecimalFigure(Int64($0)) },
                    "weights")
            }
        }
        #expect(codes.isSuperset(of: [.monthlyCorrectionFactor, .averageCorrectionFactor, .monthlyCalorificValue]))
    }
}
