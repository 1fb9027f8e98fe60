import Quantities

/// A question and the limits that it is held against, with what all rules need of them worked out once.
struct PlausibilityCheck {
    let question: PlausibilityQuestion
    let policy: PlausibilityPolicy
    /// What the counter says within R3's lower limit.
    let counter: CounterDecision
    /// The m3 that the counter went on, through zero where it dropped; `nil` where the digits are not the counter's.
    let counted: Int64?
    /// What R4 lets expect.
    let expected: ExpectedUse?

    init(_ question: PlausibilityQuestion, _ policy: PlausibilityPolicy) {
        self.init(question, policy, expected: ExpectedUse(of: question, policy))
    }

    private init(_ question: PlausibilityQuestion, _ policy: PlausibilityPolicy, expected: ExpectedUse?) {
        self.question = question
        self.policy = policy
        self.expected = expected
        let (first, last, wheels) = (question.first.index, question.last.index, question.meter.wheels)
        // A size without a limit has none that a drop could be held against.
        counter = CounterDecision(
            from: first, to: last, wheels: wheels, exchanges: question.exchanges,
            limit: policy.counterLimit(
                of: question.meter, days: question.days, secondCounter: question.secondCounter) ?? .zero)
        counted = Self.counted(question, counter)
    }

    /// The same question with another index in the place of the last.
    func replacing(_ index: Index) -> PlausibilityCheck {
        var other = question
        other.last = MeterReading(index: index, date: question.last.date)
        return PlausibilityCheck(other, policy, expected: expected)
    }

    /// The volume behind the multiplier in litres; two counters of 18 digits and any multiplier fit.
    var litres: Int128? {
        counted.map { Int128($0) * Int128(question.meter.multiplier.thousandths) }
    }

    /// Whether the use alone asks nobody: neither R1, R2, R3 nor R4.
    var isPlausibleUse: Bool {
        [register, lowerIndex, flow, expectedUse].allSatisfy { ($0?.zone ?? .accept) == .accept }
    }

    private static func counted(_ question: PlausibilityQuestion, _ counter: CounterDecision) -> Int64? {
        if counter == .rejectedDigits { return nil }
        let (first, last) = (question.first.index, question.last.index)
        var (start, counted) = (first, Int64(0))
        for exchange in question.exchanges {
            guard let sum = counted.adding(exchange.removedAt.cubicMetres(since: start)) else { return nil }
            (start, counted) = (exchange.newMeterStart, sum)
        }
        return counted.adding(last.cubicMetres(since: start))
    }
}

extension Int64 {
    /// The sum, `nil` where it does not fit: only counters that nobody has come to that.
    fileprivate func adding(_ other: Int64) -> Int64? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }
}
