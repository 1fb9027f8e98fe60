package import Foundation

/// The figures of an invoice of profile `standard`, computed with Foundation's `Decimal`: the same steps in the same
/// order with the same roundings as `Billing.InvoiceFigures`.
package struct DecimalInvoiceFigures {
    package let correctedVolume: Decimal
    package let energyFactor: Decimal
    package let energy: Decimal
    package let consumptionCharge: Decimal
    package let valueAddedTax: Decimal
    package let total: Decimal
    package let payableRounding: Decimal
    package let payable: Decimal

    /// The figures of `input`; `constants` are parsed once, outside of the computation.
    package init(_ input: DecimalInvoiceInput, _ constants: DecimalInvoiceConstants) {
        correctedVolume = rounded(input.measuredVolume * input.correctionFactor, 3)
        energyFactor = rounded(input.calorificValue / constants.kilocaloriesPerKilowattHour, 8)
        energy = rounded(
            correctedVolume * input.calorificValue / constants.kilocaloriesPerKilowattHour, 3)
        consumptionCharge = rounded(energy * input.price, 2)
        valueAddedTax = rounded(consumptionCharge * input.rate, 2)
        total = consumptionCharge + valueAddedTax
        payable = rounded(total, 2)
        payableRounding = payable - total
    }
}

/// What both computations need of the regulation and the profile.
package struct DecimalInvoiceConstants {
    /// 860.42 kcal/kWh.
    package let kilocaloriesPerKilowattHour: Decimal

    /// The constants, parsed from text, because a `Decimal` literal goes through `Double`.
    package init?() {
        guard let kilocalories = Decimal(string: "860.42") else { return nil }
        kilocaloriesPerKilowattHour = kilocalories
    }
}

/// `value` with `digits` decimals, ties away from zero.
@inline(__always)
private func rounded(_ value: Decimal, _ digits: Int) -> Decimal {
    var (value, result) = (value, Decimal())
    NSDecimalRound(&result, &value, digits, .plain)
    return result
}
