import Billing
import GasPhysics
import Quantities

extension VectorKind {
    /// `corrector`: what the two registers of a volume corrector say together.
    static let corrector = VectorKind(
        name: "corrector",
        columns: [
            "case", "vm_first", "vm_last", "vb_first", "vb_last", "k_expected", "tolerance", "dvm", "dvb",
            "k_effective", "status", "proposed_md",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let (vmFirst, vmLast) = (
                try row.quantity("vm_first", as: MeterVolume.self), try row.quantity("vm_last", as: MeterVolume.self)
            )
            let (vbFirst, vbLast) = (
                try row.quantity("vb_first", as: CorrectedVolume.self),
                try row.quantity("vb_last", as: CorrectedVolume.self)
            )
            let expected = try row.quantity("k_expected", as: CorrectionFactor.self)
            let tolerance = try row.quantity("tolerance", as: Rate.self)
            let check = try comparison.result(for: "proposed_md", of: row) { () throws(ArithmeticError) in
                try CorrectorCheck(
                    measured: try vmLast.subtracting(vmFirst), corrected: try vbLast.subtracting(vbFirst),
                    expectedFactor: expected, tolerance: tolerance)
            }
            guard let check else { return }
            try comparison.expect("dvm", of: row, is: check.measured.figure)
            try comparison.expect("dvb", of: row, is: check.corrected.figure)
            switch (try row.optionalFigure("k_effective"), check.effectiveFactor) {
            case (nil, nil): break
            case (let expected?, let factor?) where expected.isEqual(to: factor.figure): break
            case (let expected, let factor):
                comparison.note("k_effective", expected?.description ?? "none", factor?.description ?? "none")
            }
            let status = try row.choice("status", as: CorrectorCheck.Status.self)
            if status != check.status { comparison.note("status", status.rawValue, check.status.rawValue) }
            try comparison.expect("proposed_md", of: row, is: check.proposal.figure)
        })
}
