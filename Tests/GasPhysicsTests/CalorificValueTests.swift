import GasPhysics
import Quantities
import Testing
import Trials

@Suite("Calorific value")
struct CalorificValueTests {
    private func days(_ text: String) throws -> [DailyGas] {
        try text.split(separator: "|").map { day in
            let parts = day.split(separator: ":").map(String.init)
            return DailyGas(
                calorificValue: try GrossCalorificValue(parsing: try #require(parts.first), notation: .plain),
                flow: try CorrectedVolume(parsing: try #require(parts.last), notation: .plain))
        }
    }

    @Test(
        "The average is weighted by flow, or by day where the policy says so",
        arguments: try GoldenRow.rows("gcv_average"))
    func golden(row: GoldenRow) throws {
        let days = try days(row["daily"])
        let flowWeighted = try GrossCalorificValue.flowWeightedAverage(of: days)
        #expect(try flowWeighted == GrossCalorificValue(parsing: row["flow_weighted_gcv"], notation: .plain))
        let dayWeighted = try GrossCalorificValue.dayWeightedAverage(of: days)
        #expect(try dayWeighted == GrossCalorificValue(parsing: row["day_weighted_gcv"], notation: .plain))
        let factor = try EnergyFactor(of: flowWeighted, decimals: 5)
        #expect(try factor == EnergyFactor(parsing: row["kwh_per_m3_of_flow_weighted"], notation: .plain))
    }

    @Test(
        "An average exactly between two hundredths is the larger one",
        arguments: [
            ("9000.01:1|9000.02:1", "9000.0200"), ("9000.01:3|9000.03:1", "9000.0200"), ("9000.0049:1", "9000.0000"),
            ("9000.005:7", "9000.0100"),
        ])
    func ties(text: String, expected: String) throws {
        #expect(try GrossCalorificValue.flowWeightedAverage(of: try days(text)).description == expected)
    }

    @Test("Days without flow have no average, a negative flow is refused, sums that do not fit are errors")
    func refused() throws {
        #expect(throws: CalorificValueError.noFlow) { try GrossCalorificValue.flowWeightedAverage(of: []) }
        #expect(throws: CalorificValueError.noFlow) { try GrossCalorificValue.dayWeightedAverage(of: []) }
        let still = try days("9155:0|9200:0")
        #expect(throws: CalorificValueError.noFlow) { try GrossCalorificValue.flowWeightedAverage(of: still) }
        #expect(try GrossCalorificValue.dayWeightedAverage(of: still).description == "9177.5000")
        let backwards = try days("9155:5|9200:-5")
        #expect(throws: CalorificValueError.negativeFlow) {
            try GrossCalorificValue.flowWeightedAverage(of: backwards)
        }
        let largest = DailyGas(
            calorificValue: GrossCalorificValue(tenThousandths: .max), flow: CorrectedVolume(litres: .max))
        #expect(throws: CalorificValueError.overflow) {
            try GrossCalorificValue.flowWeightedAverage(of: [largest, largest, largest])
        }
        // Alone it fits: rounded to a hundredth it becomes smaller.
        #expect(
            try GrossCalorificValue.flowWeightedAverage(of: [largest]).tenThousandths == 9_223_372_036_854_775_800)
    }
}

@Suite("Energy and the Sm3")
struct StandardVolumeTests {
    @Test(
        "Energy by the calorific value and by way of the Sm3 are not the same",
        arguments: try GoldenRow.rows("sm3_energy"))
    func golden(row: GoldenRow) throws {
        let volume = try CorrectedVolume(parsing: row["md"], notation: .plain)
        let calorificValue = try GrossCalorificValue(parsing: row["gcv"], notation: .plain)
        let energy = try Energy(of: volume, calorificValue: calorificValue)
        #expect(try energy == Energy(parsing: row["kwh"], notation: .plain))
        let standardVolume = try StandardVolume(of: volume, calorificValue: calorificValue)
        #expect(try standardVolume == StandardVolume(parsing: row["sm3"], notation: .plain))
        let byDefinition = try Energy(of: standardVolume)
        #expect(try byDefinition == Energy(parsing: row["kwh_via_sm3"], notation: .plain))
        #expect(try byDefinition.subtracting(energy) == Energy(parsing: row["difference"], notation: .plain))
    }

    @Test("A volume exactly between two litres, and an energy exactly between two Wh, go away from zero")
    func ties() throws {
        // 0.001 m3 × 4577.5 ÷ 9155 is 0.0005 Sm3.
        let gas = try GrossCalorificValue(parsing: "4577.5", notation: .plain)
        #expect(try StandardVolume(of: CorrectedVolume(litres: 1), calorificValue: gas).litres == 1)
        #expect(try StandardVolume(of: CorrectedVolume(litres: -1), calorificValue: gas).litres == -1)
        // 0.001 m3 × 430.21 ÷ 860.42 is 0.0005 kWh; 0.0125 Sm3 is not held, 0.025 Sm3 × 10.64 is 0.266 kWh.
        let half = try GrossCalorificValue(parsing: "430.21", notation: .plain)
        #expect(try Energy(of: CorrectedVolume(litres: 1), calorificValue: half).wattHours == 1)
        #expect(try Energy(of: CorrectedVolume(litres: 3), calorificValue: half).wattHours == 2)
        #expect(try Energy(of: CorrectedVolume(litres: -3), calorificValue: half).wattHours == -2)
        #expect(try Energy(of: StandardVolume(litres: 25)).wattHours == 266)
    }

    @Test("What does not fit is an overflow")
    func overflow() {
        let gas = GrossCalorificValue(tenThousandths: .max)
        #expect(throws: ArithmeticError.overflow) { try EnergyFactor(of: gas) }
        #expect(throws: ArithmeticError.overflow) {
            try Energy(of: CorrectedVolume(litres: .max), calorificValue: gas)
        }
        #expect(throws: ArithmeticError.overflow) {
            try StandardVolume(of: CorrectedVolume(litres: .min), calorificValue: gas)
        }
        #expect(throws: ArithmeticError.overflow) { try Energy(of: StandardVolume(litres: .max)) }
    }
}
