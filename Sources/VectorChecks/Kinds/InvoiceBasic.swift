import Billing
import GasPhysics
import Quantities

extension VectorKind {
    /// `invoice_basic`: from two indexes to the payable amount, by rounding profile.
    static let invoiceBasic = VectorKind(
        name: "invoice_basic",
        columns: [
            "case", "profile", "first_index", "last_index", "multiplier", "k", "gcv", "price_per_kwh", "vat_rate", "ms",
            "md", "factor", "kwh", "net", "kdv", "total", "payable_rounding", "payable",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let profile = try row.roundingProfile("profile")
            let (first, last) = (try row.wholeNumber("first_index"), try row.wholeNumber("last_index"))
            let multiplier = try row.quantity("multiplier", as: MeterMultiplier.self)
            let correctionFactor = try row.quantity("k", as: CorrectionFactor.self)
            let calorificValue = try row.quantity("gcv", as: GrossCalorificValue.self)
            let price = try row.quantity("price_per_kwh", as: UnitPrice.self)
            let rate = try row.quantity("vat_rate", as: Rate.self)

            let measured = try comparison.result(for: "ms", of: row) { () throws(ArithmeticError) in
                try MeterVolume(counted: try last.checkedSubtracting(first), multiplier: multiplier)
            }
            guard let measured else { return }
            try comparison.expect("ms", of: row, is: measured.figure)
            let figures = try comparison.result(for: "payable", of: row) { () throws(BillingError) in
                try InvoiceFigures(
                    measuredVolume: measured, correctionFactor: correctionFactor, calorificValue: calorificValue,
                    averagePrice: price, valueAddedTaxRate: rate, rounding: profile)
            }
            guard let figures else { return }
            try comparison.expect(figures, of: row)
        })
}

extension RowComparison {
    /// Compares the chain: rounded figures exactly, unrounded ones, of which eight decimals are shown, within 10⁻⁸.
    fileprivate mutating func expect(_ figures: InvoiceFigures, of row: VectorRow) throws(VectorFileError) {
        let profile = figures.rounding
        let steps = [
            ("md", figures.correctedVolumeFigure, profile.correctedVolumeDecimals),
            ("factor", figures.energyFactorFigure, profile.energyFactorDecimals),
            ("kwh", figures.energyFigure, profile.energyDecimals),
        ]
        for (column, figure, decimals) in steps {
            if decimals == nil {
                try expect(column, of: row, isAbout: figure)
            } else {
                try expect(column, of: row, is: figure)
            }
        }
        try expect("net", of: row, is: figures.consumptionCharge.figure)
        try expect("kdv", of: row, is: figures.valueAddedTax.figure)
        try expect("total", of: row, is: figures.total.figure)
        try expect("payable_rounding", of: row, is: figures.payableRounding.figure)
        try expect("payable", of: row, is: figures.payable.figure)
    }
}

extension VectorRow {
    fileprivate func roundingProfile(_ column: String) throws(VectorFileError) -> RoundingProfile {
        let name = try text(column)
        guard let profile = RoundingProfile.shipped.first(where: { $0.name == name }) else {
            let names = RoundingProfile.shipped.map(\.name).joined(separator: ", ")
            throw failure(column, "'\(name)' is not a rounding profile; it is one of \(names)")
        }
        return profile
    }
}
