import GasPhysics
import Quantities

extension VectorKind {
    /// `compositions`: the gases that the files of the DETAIL equation name; a row passes where the library takes it.
    static let compositions = VectorKind(
        name: Compositions.name, columns: Compositions.columns,
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let fractions = try Compositions.fractions(of: row)
            _ = try comparison.result(for: "gas", of: row) { () throws(EquationOfStateError) in
                try GasComposition(fractions)
            }
        })
}

/// The compositions beside a vector file, each worked into its equation once.
struct Compositions {
    static let name = "compositions"
    static let columns = ["gas"] + components.map(\.column)

    private static let components: [(column: String, component: GasComponent)] = [
        ("CH4", .methane), ("N2", .nitrogen), ("CO2", .carbonDioxide), ("C2H6", .ethane), ("C3H8", .propane),
        ("iC4H10", .isobutane), ("nC4H10", .butane), ("iC5H12", .isopentane), ("nC5H12", .pentane),
        ("C6H14", .hexane), ("C7H16", .heptane), ("C8H18", .octane), ("C9H20", .nonane), ("C10H22", .decane),
        ("H2", .hydrogen), ("O2", .oxygen), ("CO", .carbonMonoxide), ("H2O", .water), ("H2S", .hydrogenSulfide),
        ("He", .helium), ("Ar", .argon),
    ]

    private var equations: [String: DetailEquation] = [:]

    /// The gases of the file beside the one that is checked.
    init(beside file: String, _ neighbours: VectorNeighbours) throws(VectorFileError) {
        for row in try neighbours.table(Self.name, neededBy: file).rows {
            let gas = try row.text("gas")
            let fractions = try Self.fractions(of: row)
            let equation: DetailEquation
            do throws(EquationOfStateError) {
                equation = DetailEquation(try GasComposition(fractions))
            } catch {
                throw row.failure("gas", "'\(gas)': \(error)")
            }
            guard equations.updateValue(equation, forKey: gas) == nil else {
                throw row.failure("gas", "'\(gas)' stands twice; remove one")
            }
        }
    }

    /// The equation of the gas in a row; AGA8's own gases may be named without `AGA8_`.
    func equation(of row: VectorRow) throws(VectorFileError) -> DetailEquation {
        let gas = try row.text("gas")
        guard let equation = equations[gas] ?? equations["AGA8_" + gas] else {
            throw row.failure("gas", "'\(gas)' is not in \(Self.name).csv; add its composition there")
        }
        return equation
    }

    fileprivate static func fractions(of row: VectorRow) throws(VectorFileError) -> [GasComponent: MoleFraction] {
        var fractions: [GasComponent: MoleFraction] = [:]
        for (column, component) in components { fractions[component] = try row.quantity(column) }
        return fractions
    }
}
