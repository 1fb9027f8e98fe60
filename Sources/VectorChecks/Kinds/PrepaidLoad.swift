import Billing
import GasPhysics
import Quantities

extension VectorKind {
    /// `prepaid_load`: the m3 that a payment puts on a card, within the month's limit, and the change.
    static let prepaidLoad = VectorKind(
        name: "prepaid_load",
        columns: [
            "case", "tl_paid", "price_per_kwh", "vat_rate", "gcv_prev_month", "k_prev_month", "limit_m3",
            "already_sold_m3", "m3_wanted", "m3_sold", "tl_taken", "tl_change",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let payment = try row.quantity("tl_paid", as: Money.self)
            let terms = GasTerms(
                price: try row.quantity("price_per_kwh"), calorificValue: try row.quantity("gcv_prev_month"),
                correctionFactor: try row.quantity("k_prev_month"))
            let rate = try row.quantity("vat_rate", as: Rate.self)
            let limit: MeterVolume? = try row.text("limit_m3").isEmpty ? nil : try row.quantity("limit_m3")
            let soldBefore = try row.quantity("already_sold_m3", as: MeterVolume.self)
            let sale = try comparison.result(for: "m3_sold", of: row) { () throws(PrepaidError) in
                try PrepaidSale(
                    payment: payment, terms: terms, valueAddedTaxRate: rate, monthlyLimit: limit,
                    soldBefore: soldBefore)
            }
            guard let sale else { return }
            try comparison.expect("m3_wanted", of: row, is: sale.wanted.figure)
            try comparison.expect("m3_sold", of: row, is: sale.sold.figure)
            try comparison.expect("tl_taken", of: row, is: sale.taken.figure)
            try comparison.expect("tl_change", of: row, is: sale.change.figure)
        })
}
