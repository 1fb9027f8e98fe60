import GasPhysics
import Quantities

extension VectorKind {
    /// `sm3_energy`: the energy of a corrected volume, by its calorific value and by way of the Sm3.
    static let standardVolumeEnergy = VectorKind(
        name: "sm3_energy", columns: ["case", "md", "gcv", "kwh", "sm3", "kwh_via_sm3", "difference"],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let volume = try row.quantity("md", as: CorrectedVolume.self)
            let calorificValue = try row.quantity("gcv", as: GrossCalorificValue.self)
            let energy = try comparison.result(for: "kwh", of: row) { () throws(ArithmeticError) in
                try Energy(of: volume, calorificValue: calorificValue)
            }
            if let energy { try comparison.expect("kwh", of: row, is: energy.figure) }
            let standardVolume = try comparison.result(for: "sm3", of: row) { () throws(ArithmeticError) in
                try StandardVolume(of: volume, calorificValue: calorificValue)
            }
            guard let standardVolume else { return }
            try comparison.expect("sm3", of: row, is: standardVolume.figure)
            let byDefinition = try comparison.result(for: "kwh_via_sm3", of: row) { () throws(ArithmeticError) in
                try Energy(of: standardVolume)
            }
            guard let byDefinition else { return }
            try comparison.expect("kwh_via_sm3", of: row, is: byDefinition.figure)
            guard let energy else { return }
            let difference = try comparison.result(for: "difference", of: row) { () throws(ArithmeticError) in
                try byDefinition.subtracting(energy)
            }
            if let difference { try comparison.expect("difference", of: row, is: difference.figure) }
        })
}
