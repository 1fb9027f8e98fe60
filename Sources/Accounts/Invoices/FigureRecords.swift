import Billing
import Quantities

/// The figures of an invoice as they are stored with it.
struct FiguresRecord: Decodable {
    struct Rounding: Decodable {
        let name: String
        let correctedVolume: Int?
        let energyFactor: Int?
        let energy: Int?
        let payableStep: String
    }

    let measuredVolume: String
    let correctionFactor: String
    let calorificValue: String
    let averagePrice: String
    let valueAddedTaxRate: String
    let rounding: Rounding
    let correctedVolume: String
    let energyFactor: String
    let energy: String
    /// 10⁻⁸ kWh, where the energy goes on unrounded.
    let unroundedEnergy: String?
    /// 10⁻⁸ m3, where the corrected volume goes on unrounded; it follows from volume and K in invoices of one meter.
    let unroundedVolume: String?
    let consumptionCharge: String
    /// The charge, in invoices of before there was more than gas.
    let valueAddedTaxBase: String?
    let valueAddedTax: String
    let total: String
    /// None in invoices of before there were untaxed parts.
    let balance: String?
    let payableRounding: String
    let payable: String

    init(_ figures: InvoiceFigures) {
        measuredVolume = figures.measuredVolume.description
        correctionFactor = figures.correctionFactor.description
        calorificValue = figures.calorificValue.description
        averagePrice = figures.averagePrice.description
        valueAddedTaxRate = figures.valueAddedTaxRate.description
        let profile = figures.rounding
        rounding = Rounding(
            name: profile.name, correctedVolume: profile.correctedVolumeDecimals,
            energyFactor: profile.energyFactorDecimals, energy: profile.energyDecimals,
            payableStep: profile.payableStep.description)
        correctedVolume = figures.correctedVolume.description
        energyFactor = figures.energyFactor.description
        energy = figures.energy.description
        unroundedEnergy = figures.unroundedEnergy.map { String($0) }
        unroundedVolume = figures.unroundedVolume.map { String($0) }
        consumptionCharge = figures.consumptionCharge.description
        valueAddedTaxBase = figures.valueAddedTaxBase.description
        valueAddedTax = figures.valueAddedTax.description
        total = figures.total.description
        balance = figures.balance.description
        payableRounding = figures.payableRounding.description
        payable = figures.payable.description
    }

    func value() throws -> InvoiceFigures {
        let profile = RoundingProfile(
            name: rounding.name, correctedVolumeDecimals: rounding.correctedVolume,
            energyFactorDecimals: rounding.energyFactor, energyDecimals: rounding.energy,
            payableStep: try stored(rounding.payableStep))
        guard let profile else { throw StoredValueError() }
        return InvoiceFigures(
            measuredVolume: try stored(measuredVolume), correctionFactor: try stored(correctionFactor),
            calorificValue: try stored(calorificValue), averagePrice: try stored(averagePrice),
            valueAddedTaxRate: try stored(valueAddedTaxRate), rounding: profile,
            correctedVolume: try stored(correctedVolume), energyFactor: try stored(energyFactor),
            energy: try stored(energy),
            unroundedEnergy: try unroundedEnergy.map(Self.units), unroundedVolume: try unroundedVolume.map(Self.units),
            consumptionCharge: try stored(consumptionCharge),
            valueAddedTaxBase: try valueAddedTaxBase.map { try stored($0) }, valueAddedTax: try stored(valueAddedTax),
            total: try stored(total), balance: try balance.map { try stored($0) } ?? .zero,
            payableRounding: try stored(payableRounding), payable: try stored(payable))
    }

    private static func units(_ text: String) throws -> Int128 {
        guard let units = Int128(text) else { throw StoredValueError() }
        return units
    }
}

/// A line of charge as it is stored.
struct LineRecord: Decodable {
    let code: String
    let quantity: String
    let unitPrice: String
    let amount: String

    init(_ line: InvoiceLine) {
        code = line.code.rawValue
        quantity = line.quantity.description
        unitPrice = line.unitPrice.description
        amount = line.amount.description
    }

    func value() throws -> InvoiceLine {
        InvoiceLine(
            code: try stored(code), quantity: try DecimalFigure(parsing: quantity, notation: .plain),
            unitPrice: try stored(unitPrice), amount: try stored(amount))
    }
}

extension FiguresRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("measuredVolume", measuredVolume)
        json.member("correctionFactor", correctionFactor)
        json.member("calorificValue", calorificValue)
        json.member("averagePrice", averagePrice)
        json.member("valueAddedTaxRate", valueAddedTaxRate)
        json.member("rounding", rounding)
        json.member("correctedVolume", correctedVolume)
        json.member("energyFactor", energyFactor)
        json.member("energy", energy)
        json.member("unroundedEnergy", unroundedEnergy)
        json.member("unroundedVolume", unroundedVolume)
        json.member("consumptionCharge", consumptionCharge)
        json.member("valueAddedTaxBase", valueAddedTaxBase)
        json.member("valueAddedTax", valueAddedTax)
        json.member("total", total)
        json.member("balance", balance)
        json.member("payableRounding", payableRounding)
        json.member("payable", payable)
    }
}

extension FiguresRecord.Rounding: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("name", name)
        json.member("correctedVolume", correctedVolume)
        json.member("energyFactor", energyFactor)
        json.member("energy", energy)
        json.member("payableStep", payableStep)
    }
}

extension LineRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("code", code)
        json.member("quantity", quantity)
        json.member("unitPrice", unitPrice)
        json.member("amount", amount)
    }
}
