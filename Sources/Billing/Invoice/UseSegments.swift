import GasPhysics
import Quantities

/// Days of a period over which price, K and calorific value stay as they are, and what is reckoned to have been used then.
struct UseSegment {
    var days: Int
    /// The meter's volume, or a corrector's corrected one.
    var litres: Int64
    /// The factor; `nil` for a corrector.
    let factor: CorrectionFactor?
    let calorificValue: GrossCalorificValue
    let price: UnitPrice
    /// What the share is a part of.
    var whole = Whole()

    /// The use of a meter, and how much of it lay before a segment.
    struct Whole {
        var litres: Int64 = 0
        var days = 0
        /// The days up to the end of the segment.
        var daysThrough = 0
        /// The litres before the segment.
        var before: Int64 = 0
    }

    func hasSameFigures(as other: UseSegment) -> Bool {
        factor == other.factor && calorificValue == other.calorificValue && price == other.price
    }

    /// What was used, its energy, and the line that charges for it.
    func priced(rounding: RoundingProfile) throws(BillingError) -> UseEnergy {
        let volume = try InvoiceFigures.step(.correctedVolume) { () throws(ArithmeticError) in
            guard let factor else { return EnergyChain.Volume(CorrectedVolume(litres: litres)) }
            return try EnergyChain.volume(
                MeterVolume(litres: litres), times: factor, decimals: rounding.correctedVolumeDecimals)
        }
        let use = MeasuredUse(
            measured: MeterVolume(litres: litres), factor: factor ?? .one, volume: volume, isRollover: false)
        return try UseEnergy(use, calorificValue: calorificValue, rounding: rounding)
    }
}

extension CorrectionFactor {
    /// No correction.
    static var one: CorrectionFactor { CorrectionFactor(hundredThousandths: 100_000) }
}

extension InvoiceBasis {
    /// The period cut at every change of price, K and calorific value, the use of each meter spread evenly over its days.
    ///
    /// The volume up to the end of a segment is rounded half away from zero to the litre, a corrector's to the decimals that the
    /// profile prints, so that the segments add up to what was measured.
    func segments() throws(BillingError) -> [UseSegment] {
        var segments: [UseSegment] = []
        if let corrector {
            // Its register goes on over a change of the meter: one part of all days.
            let whole = MeterPart(
                meter: meter, first: firstReading, last: lastReading, correction: gas.correction, period: period)
            let volume = try billedVolume(of: corrector, measured: try measuredVolume())
            return try cut(whole, litres: volume.printed.litres)
        }
        for part in parts { segments.append(contentsOf: try cut(part, litres: try part.measuredVolume().litres)) }
        return segments
    }

    private func cut(_ part: MeterPart, litres: Int64) throws(BillingError) -> [UseSegment] {
        // A meter that hung for no counted day has the figures of its day.
        let interval = part.interval ?? period
        let isDay = part.interval == nil
        var factors: [DatedSpan<CorrectionFactor>] = try part.corrections()
        if isDay { factors = [DatedSpan(days: interval.days, value: factors[0].value)] }
        let values = try gas.calorific.spans(in: interval)
        let prices = try unitPrices(in: interval)
        guard factors.allSatisfy({ $0.value > .zero }) else { throw .outOfBounds(.correctionFactor) }
        guard values.allSatisfy({ $0.value > .zero }) else { throw .outOfBounds(.calorificValue) }

        var segments: [UseSegment] = []
        var (factor, value, price) = (Cursor(factors), Cursor(values), Cursor(prices))
        var days = interval.days
        while days > 0 {
            let length = min(factor.left, value.left, price.left)
            let next = UseSegment(
                days: length, litres: 0, factor: corrector == nil ? factor.value : nil, calorificValue: value.value,
                price: price.value)
            if let last = segments.last, last.hasSameFigures(as: next) {
                segments[segments.count - 1].days += length
            } else {
                segments.append(next)
            }
            factor.advance(by: length)
            value.advance(by: length)
            price.advance(by: length)
            days -= length
        }
        return try spread(litres, over: segments, days: interval.days)
    }

    private func spread(
        _ litres: Int64, over segments: [UseSegment], days: Int
    ) throws(BillingError) -> [UseSegment] {
        var segments = segments
        // A corrector's shares are corrected volumes already: they have the decimals that those are printed with.
        let decimals = tariff.rounding.correctedVolumeDecimals ?? CorrectedVolume.fractionDigits
        let exponent = corrector == nil ? 0 : CorrectedVolume.fractionDigits - decimals
        var (passed, before) = (0, Int64(0))
        for place in segments.indices {
            passed += segments[place].days
            let through = try InvoiceFigures.step(.dayShare) { () throws(ArithmeticError) in
                try ExactQuotient(Int128(litres), times: Int128(passed), over: Int128(days))
                    .rounded(toMultipleOfTenToThe: exponent)
            }
            segments[place].litres = through - before  // both between zero and `litres`
            segments[place].whole = UseSegment.Whole(
                litres: litres, days: days, daysThrough: passed, before: before)
            before = through
        }
        return segments
    }
}

/// A place in a list of dated spans.
private struct Cursor<Value: Hashable & Sendable> {
    private let spans: [DatedSpan<Value>]
    private var place = 0
    private(set) var left: Int

    init(_ spans: [DatedSpan<Value>]) {
        self.spans = spans
        left = spans.first?.days ?? 0
    }

    var value: Value { spans[place].value }

    mutating func advance(by days: Int) {
        left -= days
        while left == 0, place + 1 < spans.count {
            place += 1
            left = spans[place].days
        }
    }
}
