import GasPhysics
import Quantities

extension VectorKind {
    /// `isa_pressure`: the pressure of the standard atmosphere at an altitude.
    static let standardAtmosphere = VectorKind(
        name: "isa_pressure", columns: ["altitude_m", "pressure_bara"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let altitude = try row.quantity("altitude_m", as: Altitude.self)
            let pressure = try comparison.result(for: "pressure_bara", of: row) { () throws(EquationOfStateError) in
                try Pressure.standardAtmosphere(at: altitude)
            }
            if let pressure { try comparison.expect("pressure_bara", of: row, is: pressure.figure) }
        })
}
