import Billing
import Quantities

/// The figures of an invoice as they are stored with it.
struct FiguresRecord: Codable {
    struct Rounding: Codable {
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
struct LineRecord: Codable {
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

/// A step of the derivation as it is stored.
struct StepRecord: Codable {
    struct Operand: Codable {
        let role: String
        let figure: String
    }

    struct Day: Codable {
        let role: String
        let date: String
    }

    let code: String
    let operands: [Operand]
    let result: String
    let isShownRounded: Bool
    /// None in invoices of before there were any.
    let days: [Day]?
    let policy: String?

    init(_ step: DerivationStep) {
        code = step.code.rawValue
        operands = step.operands.map { Operand(role: $0.role.rawValue, figure: $0.figure.description) }
        result = step.result.description
        isShownRounded = step.isShownRounded
        days = step.days.isEmpty ? nil : step.days.map { Day(role: $0.role.rawValue, date: $0.date.description) }
        policy = step.policy
    }

    func value() throws -> DerivationStep {
        DerivationStep(
            code: try stored(code),
            operands: try operands.map {
                .init(try stored($0.role), try DecimalFigure(parsing: $0.figure, notation: .plain))
            },
            result: try DecimalFigure(parsing: result, notation: .plain), isShownRounded: isShownRounded,
            days: try (days ?? []).map { .init(try stored($0.role), try CivilDate(iso8601: $0.date)) }, policy: policy)
    }
}
