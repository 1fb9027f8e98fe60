import Billing
import GasPhysics
import Quantities
import Testing
import Trials

/// What the tests of prepaid gas and estimates write their figures with.
enum Sample {
    static func day(_ text: String) throws -> CivilDate { try CivilDate(iso8601: text) }

    static func money(_ text: String) throws -> Money { try Money(parsing: text, notation: .plain) }

    static func volume(_ text: String) throws -> MeterVolume { try MeterVolume(parsing: text, notation: .plain) }

    static func terms(_ price: String, _ gcv: String = "9200", _ k: String = "0.94875") throws -> GasTerms {
        GasTerms(
            price: try UnitPrice(parsing: price, notation: .plain),
            calorificValue: try GrossCalorificValue(parsing: gcv, notation: .plain),
            correctionFactor: try CorrectionFactor(parsing: k, notation: .plain))
    }

    /// Terms on which a litre is worth `price` TL ÷ 1000: K 1 and d 860.42.
    static func plainTerms(_ price: String) throws -> GasTerms { try terms(price, "860.42", "1") }

    static func lot(
        _ sale: Int64, _ day: String, _ volume: String, _ terms: GasTerms, left: String? = nil
    ) throws -> PrepaidLot {
        PrepaidLot(
            sale: sale, purchasedOn: try Self.day(day), bought: try Self.volume(volume),
            left: try left.map { try Self.volume($0) }, terms: terms)
    }

    static func period(
        _ from: String, _ through: String, _ volume: String, _ terms: GasTerms, unread: UsePeriod.Unread? = nil,
        rate: Rate = Rate(partsPerMillion: 200_000)
    ) throws -> UsePeriod {
        UsePeriod(
            interval: try BillingInterval(first: day(from), last: day(through)), volume: try Self.volume(volume),
            terms: terms, valueAddedTaxRate: rate, unread: unread)
    }

    static let twentyPercent = Rate(partsPerMillion: 200_000)
}

extension SeededGenerator {
    /// Ordinary terms of a household.
    mutating func terms() -> GasTerms {
        GasTerms(
            price: UnitPrice(hundredMillionths: integer(in: 10_000_000...200_000_000)),
            calorificValue: GrossCalorificValue(tenThousandths: integer(in: 880_000...970_000) * 100),
            correctionFactor: CorrectionFactor(hundredThousandths: integer(in: 85_000...130_000)))
    }

    /// Up to `most` lots in the order of purchase, some of them before the cut-off where `isOldToo`.
    mutating func lots(most: Int = 6, isOldToo: Bool = true) throws -> [PrepaidLot] {
        var (lots, day): ([PrepaidLot], CivilDate) = ([], try CivilDate(year: 2018, month: isOldToo ? 6 : 8, day: 1))
        for sale in 0..<count(in: 0...most) {
            day = try day.advanced(byDays: count(in: 0...40))
            lots.append(
                PrepaidLot(
                    sale: Int64(sale), purchasedOn: day, bought: MeterVolume(litres: integer(in: 0...300_000)),
                    terms: terms()))
        }
        return lots
    }

    /// Up to `most` periods one after another, some of them unread.
    mutating func periods(most: Int = 6, isUnreadToo: Bool = true) throws -> [UsePeriod] {
        var (periods, day) = ([UsePeriod](), try CivilDate(year: 2018, month: 7, day: 1))
        for _ in 0..<count(in: 0...most) {
            let last = try day.advanced(byDays: count(in: 1...100))
            let isUnread = oneIn(4)
            let unread = UsePeriod.Unread(
                consecutiveMonths: count(in: 1...4), cause: oneIn(3) ? .other : .company)
            periods.append(
                UsePeriod(
                    interval: try BillingInterval(first: day, last: last),
                    volume: MeterVolume(litres: integer(in: 0...300_000)), terms: terms(),
                    valueAddedTaxRate: Sample.twentyPercent, unread: isUnread && isUnreadToo ? unread : nil))
            day = last
        }
        return periods
    }
}
