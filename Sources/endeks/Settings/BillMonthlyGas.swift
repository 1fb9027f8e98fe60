import Billing
import GasPhysics
import Quantities
import WrittenFiles

/// The gas of each month as a file has it.
///
/// A month is written as `2026-01`, or as `01` for January of every year.
extension MonthlyGas {
    /// The lists `correction` and `calorific_value` of a table.
    ///
    /// - Throws: `FileMistake` with the place of what is wrong.
    init(_ file: YAMLTable) throws(FileMistake) {
        self.init()
        for entry in try file.tables("correction", keys: Self.correctionKeys) { try take(correction: entry) }
        for entry in try file.tables("calorific_value", keys: Self.calorificKeys) { try take(calorificValue: entry) }
    }

    /// The same lists, each wrong entry of theirs kept as a mistake.
    init(_ file: YAMLTable, _ mistakes: inout FileMistakes) {
        self.init()
        let corrections = mistakes.keep(
            tables: try file.tables("correction", keys: Self.correctionKeys, isStrict: false))
        for entry in corrections { mistakes.keep(try take(correction: entry)) }
        let values = mistakes.keep(
            tables: try file.tables("calorific_value", keys: Self.calorificKeys, isStrict: false))
        for entry in values { mistakes.keep(try take(calorificValue: entry)) }
    }

    private static let correctionKeys = [
        YAMLKey("month", "2026-01"), YAMLKey("pa_bara", "0.911"), YAMLKey("t_soil_c", "6.21"),
        YAMLKey("k", "0.94875"), YAMLKey("pressure_mbar", "21"),
    ]
    private static let calorificKeys = [YAMLKey("month", "2026-01"), YAMLKey("kcal_per_m3", "9155.00")]

    private mutating func take(correction entry: YAMLTable) throws(FileMistake) {
        let month = try Self.month(entry)
        let isFactor = entry.has("k")
        for key in isFactor ? ["pa_bara", "t_soil_c"] : ["pressure_mbar"] where entry.has(key) {
            throw entry.mistake(
                "mixes two forms. Give 'k' and 'pressure_mbar', or 'pa_bara' and 't_soil_c' for every pressure.")
        }
        let key = CorrectionKey(
            month: month,
            millibar: isFactor ? try entry.text("pressure_mbar").whole(in: 0...Meter.mostMillibarWithoutCorrector) : nil
        )
        guard corrections.updateValue(try Self.correction(entry, isFactor), forKey: key) == nil else {
            throw entry.mistake("names a month that another entry names too. Keep one.")
        }
    }

    private mutating func take(calorificValue entry: YAMLTable) throws(FileMistake) {
        let text = try entry.text("kcal_per_m3")
        let value = try text.parsed(as: "a number such as 9155.00, with at most 4 decimals") {
            try GrossCalorificValue(parsing: $0, notation: .plain)
        }
        // 92.15 is a slip of the point, not a gas.
        guard PolicyLimits.shipped.calorificValues.contains(value) else {
            throw text.mistake("must lie between 7000 and 12000, as natural gas does in kcal a m³")
        }
        guard calorificValues.updateValue(value, forKey: try Self.month(entry)) == nil else {
            throw entry.mistake("names a month that another entry names too. Keep one.")
        }
    }

    private static func month(_ entry: YAMLTable) throws(FileMistake) -> Month {
        let text = try entry.text("month")
        if text.text.count == 2 { return .everyYear(try text.whole(in: 1...12)) }
        return .of(
            try text.parsed(as: "a month such as 2026-01, or 01 for every January") { try CivilMonth(iso8601: $0) })
    }

    private static func correction(_ entry: YAMLTable, _ isFactor: Bool) throws(FileMistake) -> Correction {
        if isFactor {
            let text = try entry.text("k")
            let factor = try text.parsed(as: "a factor such as 0.94875") {
                try CorrectionFactor(parsing: $0, notation: .plain)
            }
            guard PolicyLimits.shipped.correctionFactors.contains(factor) else {
                throw text.mistake("must lie between 0.5 and 2, as K does to 300 mbar")
            }
            return .factor(factor)
        }
        let pressure = try entry.text("pa_bara")
        let bar = try pressure.parsed(as: "a pressure in bar absolute such as 0.911") {
            try Pressure(parsing: $0, notation: .plain)
        }
        guard bar >= Pressure(microbar: 500_000), bar <= Pressure(microbar: 1_100_000) else {
            throw pressure.mistake("must be an air pressure in bar, from 0.5 to 1.1")
        }
        let soil = try entry.text("t_soil_c")
        let degrees = try soil.parsed(as: "a temperature in °C such as 6.21") {
            try CelsiusTemperature(parsing: $0, notation: .plain)
        }
        guard degrees >= CelsiusTemperature(microdegrees: -40_000_000),
            degrees <= CelsiusTemperature(microdegrees: 60_000_000)
        else { throw soil.mistake("must be a soil temperature in °C, from -40 to 60") }
        return .station(pressure: bar, soil: degrees)
    }
}
