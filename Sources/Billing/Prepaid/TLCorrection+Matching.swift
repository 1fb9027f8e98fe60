import Quantities

extension TLCorrection {
    /// The correction of `periods` by `lots`, in any order each; lots of one day stay in the order given.
    ///
    /// - Parameters:
    ///   - lots: What was bought, each lot with what is left of it.
    ///   - periods: The use to correct; no two of them share a day.
    ///   - rules: The company's rule set.
    ///   - start: The approval, for a rule set that begins with it; others do not ask for it and ignore it.
    /// - Throws: `PrepaidError` where the rules need a start and there is none, periods overlap or straddle the start, a
    ///   figure is out of bounds or does not fit.
    public init(
        lots: [PrepaidLot], periods: [UsePeriod], rules: TLCorrectionRules, start: CorrectionStart? = nil
    ) throws(PrepaidError) {
        let lots = lots.inPurchaseOrder()
        let periods = periods.inOrder()
        let startReading = try rules.startReading(start, periods: periods)
        try Self.check(lots: lots, periods: periods, startReading: startReading)
        var run = LotMatching(lots: lots, periodCount: periods.count, rules: rules)
        for (place, period) in periods.enumerated() {
            let isBeforeStart = startReading.map { period.interval.last <= $0 } ?? false
            try run.match(period, place: place, isBeforeStart: isBeforeStart)
        }
        self.rules = rules
        self.startReading = startReading
        self.lots = lots
        self.periods = periods
        matches = run.matches
        corrections = run.corrections
        remaining = run.remaining
    }

    private static func check(
        lots: [PrepaidLot], periods: [UsePeriod], startReading: CivilDate?
    ) throws(PrepaidError) {
        for lot in lots { try lot.check() }
        for (place, period) in periods.enumerated() {
            try period.check()
            let (from, through) = (period.interval.first, period.interval.last)
            if place > 0, from < periods[place - 1].interval.last {
                throw .periodsOverlap(from: from, previousThrough: periods[place - 1].interval.last)
            }
            if let startReading, from < startReading, through > startReading {
                throw .periodStraddlesStart(from: from, through: through, start: startReading)
            }
        }
    }
}

extension TLCorrectionRules {
    /// The reading up to whose day nothing is corrected, of periods in their order.
    fileprivate func startReading(
        _ start: CorrectionStart?, periods: [UsePeriod]
    ) throws(PrepaidError) -> CivilDate? {
        guard beginning == .approval else { return nil }
        switch start {
        case nil: throw .startMissing(rules: name)
        case .lastReadingBeforeApproval(let day): return day
        case .approval(let day):
            // The reading that ends a period, or the one that begins the first.
            if let last = periods.last(where: { $0.interval.last < day }) { return last.interval.last }
            return periods.first.flatMap { $0.interval.first < day ? $0.interval.first : nil }
        }
    }
}

extension [PrepaidLot] {
    /// By day of purchase; lots of one day as they stand.
    ///
    /// Already sorted lots, the rule, are not copied.
    fileprivate func inPurchaseOrder() -> [PrepaidLot] {
        if zip(self, dropFirst()).allSatisfy({ $0.purchasedOn <= $1.purchasedOn }) { return self }
        return enumerated().sorted { ($0.element.purchasedOn, $0.offset) < ($1.element.purchasedOn, $1.offset) }
            .map { $0.element }
    }
}

extension [UsePeriod] {
    fileprivate func inOrder() -> [UsePeriod] {
        if zip(self, dropFirst()).allSatisfy({ $0.interval.first <= $1.interval.first }) { return self }
        return sorted { $0.interval.first < $1.interval.first }
    }
}

/// Walks through the lots, period by period; it allocates its three results once.
private struct LotMatching {
    private let lots: [PrepaidLot]
    private let rules: TLCorrectionRules
    private(set) var matches: [LotMatch] = []
    private(set) var corrections: [PeriodCorrection] = []
    private(set) var remaining: [MeterVolume]
    /// The lot that is consumed now, and what a litre of it was sold for.
    private var lot = 0
    private var lotValue: GasValue?

    init(lots: [PrepaidLot], periodCount: Int, rules: TLCorrectionRules) {
        self.lots = lots
        self.rules = rules
        remaining = lots.map { $0.left }
        matches.reserveCapacity(lots.count + periodCount)
        corrections.reserveCapacity(periodCount)
    }

    mutating func match(_ period: UsePeriod, place: Int, isBeforeStart: Bool) throws(PrepaidError) {
        let firstMatch = matches.count
        let value = GasValue(period.terms)
        let isRelieved = period.unread.map { isRelief($0) } ?? false
        var needed = period.volume.litres
        while needed > 0, let litres = litresOfNextLot(usedBy: period) {
            let matched = min(needed, litres)
            remaining[lot] = MeterVolume(litres: litres - matched)
            needed -= matched
            let reason: LotMatch.NotApplied? =
                lots[lot].purchasedOn < rules.cutOff ? .lotBeforeCutOff : isBeforeStart ? .beforeApprovalReading : nil
            try append(period: place, litres: matched, actualValue: value, isRelieved: isRelieved, notApplied: reason)
        }
        if needed > 0 {
            let actual = try amount(needed, value, .useValue)
            matches.append(
                LotMatch(
                    period: place, lot: nil, volume: MeterVolume(litres: needed), paid: .zero, actual: actual,
                    difference: actual, applied: .zero, notApplied: .consumedMoreThanBought))
        }
        try close(period, from: firstMatch, isRelieved: isRelieved, overdrawn: MeterVolume(litres: needed))
    }

    /// Point 12: the company's fault, and so many months or more.
    private func isRelief(_ unread: UsePeriod.Unread) -> Bool {
        unread.cause == .company && unread.consecutiveMonths >= rules.unreadMonthsForRelief
    }

    /// What the first lot that is not empty has left, or `nil` where none may be used by `period`.
    private mutating func litresOfNextLot(usedBy period: UsePeriod) -> Int64? {
        while lot < lots.count {
            let litres = remaining[lot].litres
            if litres > 0 {
                let isTooLate = !rules.doPurchasesCoverEarlierUse && lots[lot].purchasedOn > period.interval.last
                return isTooLate ? nil : litres
            }
            lot += 1
            lotValue = nil
        }
        return nil
    }

    private mutating func append(
        period: Int, litres: Int64, actualValue: GasValue, isRelieved: Bool, notApplied: LotMatch.NotApplied?
    ) throws(PrepaidError) {
        let paidValue = lotValue ?? GasValue(lots[lot].terms)
        lotValue = paidValue
        let paid = try amount(litres, paidValue, .lotValue)
        let actual = try amount(litres, actualValue, .useValue)
        // Neither is negative, so their difference fits.
        let difference = Money(kurus: actual.kurus - paid.kurus)
        var reason = notApplied
        if reason == nil, isRelieved, rules.unreadRelief == .perPortion, difference > .zero {
            reason = .unreadByCompany
        }
        matches.append(
            LotMatch(
                period: period, lot: lot, volume: MeterVolume(litres: litres), paid: paid, actual: actual,
                difference: difference, applied: reason == nil ? difference : .zero, notApplied: reason))
    }

    private mutating func close(
        _ period: UsePeriod, from firstMatch: Int, isRelieved: Bool, overdrawn: MeterVolume
    ) throws(PrepaidError) {
        var (raw, applied): (Int64, Int64) = (0, 0)
        do throws(ArithmeticError) {
            for match in matches[firstMatch...] where match.lot != nil {
                raw = try raw.checkedAdding(match.difference.kurus)
                applied = try applied.checkedAdding(match.applied.kurus)
            }
            if isRelieved, rules.unreadRelief == .netted, applied > 0 {
                // No additional debt on the whole: neither side of it is passed on.
                for place in firstMatch..<matches.count where matches[place].notApplied == nil {
                    matches[place].applied = .zero
                    matches[place].notApplied = .unreadByCompany
                }
                applied = 0
            }
            let correction = Money(kurus: applied)
            let tax = try correction.multiplied(by: period.valueAddedTaxRate)
            corrections.append(
                PeriodCorrection(
                    rawDifference: Money(kurus: raw), applied: correction, valueAddedTax: tax,
                    gross: try correction.adding(tax), overdrawn: overdrawn))
        } catch {
            throw .overflow(.correction)
        }
    }

    private func amount(
        _ litres: Int64, _ value: GasValue, _ code: DerivationStep.Code
    ) throws(PrepaidError) -> Money {
        do throws(ArithmeticError) {
            return try value.amount(of: litres)
        } catch {
            throw .overflow(code)
        }
    }
}
