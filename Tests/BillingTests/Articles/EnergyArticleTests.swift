import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: from volume to energy")
struct EnergyArticleTests {
    private let article = "FromVolumeToEnergy"

    @Test("K follows from pressures and soil, the month before for a prepaid meter")
    func factor() throws {
        var table = try ArticleTable("K of Uşak, January and February 2017", in: article)
        var soils = [CelsiusTemperature](repeating: .zero, count: 12)
        soils[0] = try table.take("soil in January")
        soils[1] = try table.take("soil in February")
        let months = (try CivilMonth(iso8601: "2017-01"), try CivilMonth(iso8601: "2017-02"))
        let pressures = MonthlyTable<Pressure>([
            months.0: try table.take("Pa of January"), months.1: try table.take("Pa of February"),
        ])
        let station = try #require(StationClimate(pressures: pressures, soilTemperatures: soils))
        let meter: Pressure = try table.take("Ps")
        for (label, month, payment) in [
            ("K of January, billed", months.0, PaymentTime.billed), ("K of February, billed", months.1, .billed),
            ("K of February, prepaid", months.1, .prepaid),
        ] {
            try table.expect(
                label, is: station.correctionFactor(in: month, meterPressure: meter, payment: payment))
        }
        table.finish()
    }

    @Test("Flow weighs the days' calorific values")
    func average() throws {
        var table = try ArticleTable("A cold day weighs more", in: article)
        var days: [DailyGas] = []
        for label in table.labels {
            days.append(
                DailyGas(calorificValue: try table.take(label, "calorific value"), flow: try table.take(label, "flow")))
        }
        table.finish()
        var averages = try ArticleTable("Its averages", in: article)
        try averages.expect("by flow", is: GrossCalorificValue.flowWeightedAverage(of: days).printed)
        try averages.expect("of the days", is: GrossCalorificValue.dayWeightedAverage(of: days).printed)
        averages.finish()
    }

    @Test("A bill is made from the gas's own energy, not through Sm³")
    func energy() throws {
        var table = try ArticleTable("From corrected volume to energy", in: article)
        let volume: CorrectedVolume = try table.take("corrected volume")
        let value: GrossCalorificValue = try table.take("calorific value")
        let standard = try StandardVolume(of: volume, calorificValue: value)
        try table.expect("energy", is: Energy(of: volume, calorificValue: value))
        try table.expect("in Sm³", is: standard)
        try table.expect("energy of those Sm³", is: Energy(of: standard))
        table.finish()
    }

    @Test("Both equations of state give the corrector's factor")
    func equations() throws {
        var table = try ArticleTable("A corrector at 60 bar", in: "EquationsOfState")
        let fractions: [GasComponent: Int64] = [
            .methane: 965_000, .nitrogen: 3_000, .carbonDioxide: 6_000, .ethane: 18_000, .propane: 4_500,
            .isobutane: 1_000, .butane: 1_000, .isopentane: 500, .pentane: 300, .hexane: 700,
        ]
        let detail = DetailEquation(
            try GasComposition(fractions.mapValues { MoleFraction(partsPerBillion: $0 * 1_000) }))
        let gross = try SGERGEquation(
            SGERGGas(
                carbonDioxide: MoleFraction(partsPerBillion: 6_000_000), hydrogen: .zero,
                relativeDensity: RelativeDensity(millionths: 581_000),
                calorificValue: VolumetricHeat(joules: 40_660_000)))
        let base = GasState(base: .turkish)
        for column in ["DETAIL", "SGERG-88"] {
            let state = GasState(
                pressure: try table.take("pressure, bara", column),
                temperature: try table.take("temperature, °C", column))
            let isDetail = column == "DETAIL"
            let factor = try isDetail ? detail.compressionFactor(at: state) : gross.compressionFactor(at: state)
            let baseFactor = try isDetail ? detail.compressionFactor(at: base) : gross.compressionFactor(at: base)
            let conversion = try ConversionFactor(
                at: state, to: .turkish, compressionFactor: factor, baseCompressionFactor: baseFactor)
            try table.expect("Z", column, is: factor.figure.rounded(toFractionDigits: 5))
            try table.expect("Z at base conditions", column, is: baseFactor.figure.rounded(toFractionDigits: 5))
            try table.expect("C", column, is: conversion.figure.rounded(toFractionDigits: 4))
        }
        table.finish()
    }
}

extension GrossCalorificValue {
    /// As bills print it, with two decimals.
    fileprivate var printed: DecimalFigure { figure.withoutTrailingZeros(keeping: 2) }
}
