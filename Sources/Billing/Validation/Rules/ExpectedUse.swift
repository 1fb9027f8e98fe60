import Quantities

/// What a customer is expected to use between two readings, and how far they may be from it without being asked (R4).
///
/// Figures are whole millilitres; a quotient is rounded to them, half away from zero, and no comparison is rounded.
public struct ExpectedUse: Hashable, Sendable {
    /// Where the expectation comes from, the best first.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// A line through the customer's own periods: days × base + slope × degree-days.
        case regression
        /// The same weeks of last year.
        case lastYear
        /// The mean of the tariff class.
        case classMean
    }

    /// Where it comes from.
    public let basis: Basis
    /// The expected use, in millilitres, zero or more.
    let millilitres: Int128
    /// The tolerance to either side, in hundredths of a millilitre, zero or more.
    let hundredthsOfTolerance: Int128

    /// The expected use, in litres, rounded.
    public var litres: Int128 { (millilitres + 500) / 1_000 }

    /// The smallest whole number of litres that is inside, zero or more.
    public var lowestLitres: Int128 {
        let hundredths = Int128.saturatingSum(Int128.saturatingProduct(millilitres, 100), -hundredthsOfTolerance)
        return hundredths <= 0 ? 0 : -(-hundredths).flooredQuotient(by: 100_000)
    }

    /// The largest whole number of litres that is inside.
    public var highestLitres: Int128 {
        Int128.saturatingSum(Int128.saturatingProduct(millilitres, 100), hundredthsOfTolerance)
            .flooredQuotient(by: 100_000)
    }

    /// Whether that use asks nobody.
    public func contains(litres: Int128) -> Bool { lowestLitres <= litres && litres <= highestLitres }

    /// What is expected, by the best basis that the question has; `nil` where it has none.
    public init?(of question: PlausibilityQuestion, _ policy: PlausibilityPolicy) {
        let found =
            Self.regression(question, policy) ?? Self.lastYear(question, policy) ?? Self.classMean(question, policy)
        guard let found else { return nil }
        self = found
    }

    private init(_ basis: Basis, millilitres: Int128, percent: Int64, hundredths: Int128 = 0, floorLitres: Int64) {
        self.basis = basis
        self.millilitres = max(millilitres, 0)
        hundredthsOfTolerance = max(
            0, hundredths, Int128.saturatingProduct(self.millilitres, Int128(percent)),
            Int128.saturatingProduct(Int128(floorLitres), 100_000))
    }

    private static func regression(_ question: PlausibilityQuestion, _ policy: PlausibilityPolicy) -> ExpectedUse? {
        guard question.days > 0, let tenths = question.tenthsOfDegreeDays, (0...PastUse.mostTenths).contains(tenths)
        else { return nil }
        let measured = question.measured.filter { $0.tenthsOfDegreeDays != nil }.suffix(max(0, policy.mostPeriods))
        guard measured.count >= policy.fewestPeriods,
            measured.reduce(0, { $0 + $1.days }) >= policy.fewestHistoryDays,
            let line = HeatingLine(Array(measured))
        else { return nil }
        let days = Int128(question.days)
        return ExpectedUse(
            .regression, millilitres: line.millilitres(days: days, tenths: Int128(tenths)),
            percent: policy.regressionPercent,
            hundredths: Int128.saturatingProduct(line.deviationADay * days * 100, Int128(policy.deviations)),
            floorLitres: policy.floorLitres)
    }

    private static func lastYear(_ question: PlausibilityQuestion, _ policy: PlausibilityPolicy) -> ExpectedUse? {
        guard (1...PlausibilityHistory.year).contains(question.days),
            let whole = question.measured.millilitres(
                from: question.first.date.dayNumber - PlausibilityHistory.year, days: question.days,
                fewestCoveredPercent: policy.fewestCoveredPercent)
        else { return nil }
        return ExpectedUse(
            .lastYear, millilitres: whole, percent: policy.lastYearPercent, floorLitres: policy.floorLitres)
    }

    private static func classMean(_ question: PlausibilityQuestion, _ policy: PlausibilityPolicy) -> ExpectedUse? {
        guard let classUse = question.classUse, (1...MonthStretch.mostDays).contains(question.days)
        else { return nil }
        var litres: Int128 = 0
        question.stretch.forEachMonth { month, days in litres += Int128(classUse.litresADay[month - 1]) * Int128(days) }
        return ExpectedUse(
            .classMean, millilitres: litres * 1_000, percent: policy.classPercent, floorLitres: policy.floorLitres)
    }
}

extension PlausibilityQuestion {
    /// The periods before the question that were measured, oldest first; an estimate says nothing of the use.
    fileprivate var measured: [PastUse] {
        history.filter { !$0.isEstimate && $0.through <= first.date }
            .sorted { ($0.through, $0.from, $0.volume) < ($1.through, $1.from, $1.volume) }
    }
}
