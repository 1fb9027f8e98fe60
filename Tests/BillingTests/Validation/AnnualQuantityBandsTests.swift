import Billing
import Testing
import Trials

/// Mutation, tried in a scratch copy: with `<` for `<=` the rows of exact percentages fail.
@Suite("UK bands of the annual quantity")
struct AnnualQuantityBandsTests {
    @Test("Each row of the public bands has the zone that it says", arguments: try GoldenRow.rows("unc_bands"))
    func golden(row: GoldenRow) throws {
        func figure(_ column: String) throws -> Int64 { try #require(Int64(try row[column])) }
        let bands = AnnualQuantityBands.unitedKingdom
        let band = AnnualQuantityBands.Band(
            from: try figure("band_from_kwh"), through: try figure("band_through_kwh"),
            acceptedPercent: try figure("accepted_percent"), overridePercent: try figure("override_percent"))
        #expect(bands.bands.contains(band))
        let zone = bands.zone(
            kilowattHours: try figure("use_kwh"), annualQuantity: try figure("aq_kwh"),
            days: Int(try figure("days")))
        #expect(zone?.code == (try row["zone"]))
    }

    @Test("Between the bands, and without a day, there is no zone; a negative use is refused")
    func outside() {
        let bands = AnnualQuantityBands.unitedKingdom
        #expect(bands.zone(kilowattHours: 1, annualQuantity: 1_000, days: 30) == nil)
        #expect(bands.zone(kilowattHours: 1, annualQuantity: 1_000_000, days: 30) == nil)
        #expect(bands.zone(kilowattHours: 1, annualQuantity: 2_000, days: 0) == nil)
        #expect(bands.zone(kilowattHours: -1, annualQuantity: 2_000, days: 30) == .refuse)
    }

    @Test("More use never has a milder zone, and no figure traps")
    func monotonic() {
        forAll("bands", seed: 11) { generator in
            let band = AnnualQuantityBands.Band(
                from: 0, through: .max, acceptedPercent: generator.extremeInt64(),
                overridePercent: generator.extremeInt64())
            let bands = AnnualQuantityBands(version: "any", bands: [band])
            let quantity = abs(generator.extremeInt64() / 2)
            let days = generator.count(in: -1...400_000)
            let (one, other) = (generator.extremeInt64(), generator.extremeInt64())
            func zone(_ use: Int64) -> PlausibilityZone? {
                bands.zone(kilowattHours: use, annualQuantity: quantity, days: days)
            }
            guard one >= 0, other >= 0, let low = zone(min(one, other)), let high = zone(max(one, other)) else {
                return
            }
            generator.note("uses", (one, other))
            try hold(low <= high, "the zone of \(one) and \(other)")
        }
    }
}
