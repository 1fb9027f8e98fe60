import Billing
import GasPhysics
import Quantities
import Wording

extension InvoiceSheet {
    /// The figures of the invoice as JSON: those that stand on its paper, each a string with its exact decimals.
    package var json: JSONValue {
        object([
            ("number", invoice.number.map { .string($0.text) } ?? .null),
            ("invoiceDate", date(invoice.invoiceDate)), ("dueDate", date(invoice.dueDate)),
            ("currency", .string("TRY")), ("payable", figure(invoice.figures.payable)),
            ("sample", .boolean(isSample)), ("language", .string(language.rawValue)),
            ("issuer", issuer), ("subscriber", subscriber), ("meter", meter),
            ("period", period), ("figures", figures),
            ("prices", .array(invoice.prices.map(price))), ("lines", .array(invoice.lines.map(line))),
            ("charges", .array(invoice.charges.map(charge))),
            ("previousDebt", figure(invoice.previousDebt)),
            ("derivation", .array(invoice.explained().map(step))), ("versions", versions),
        ])
    }

    private var issuer: JSONValue {
        object([
            ("name", .string(invoice.issuer.name)), ("address", .string(invoice.issuer.address)),
            ("taxOffice", .string(invoice.issuer.taxOffice)), ("taxNumber", .string(invoice.issuer.taxNumber.text)),
            ("iban", optional(invoice.issuer.bankAccounts.first?.text)),
            ("bankAccounts", .array(invoice.issuer.bankAccounts.map { .string($0.text) })),
            ("callCentre", optional(invoice.issuer.callCentre)),
            ("emergencyPhone", .string(invoice.issuer.emergencyPhone)),
        ])
    }

    private var subscriber: JSONValue {
        object([
            ("number", .string(invoice.subscriber.number.text)),
            ("installation", .string(invoice.subscriber.installation.text)),
            ("name", .string(invoice.subscriber.name)), ("address", .string(invoice.subscriber.address)),
            ("kind", .string(invoice.subscriber.kind.rawValue)), ("identityNumber", optional(maskedIdentity)),
        ])
    }

    private var meter: JSONValue {
        object([
            ("serial", optional(invoice.meter.serial?.text)), ("gClass", .string(invoice.meter.gClass)),
            ("pressureMillibar", .integer(invoice.meter.pressureMillibar)),
            ("multiplier", figure(invoice.meter.multiplier)), ("wheels", .integer(invoice.meter.wheels)),
            ("decimals", .integer(invoice.meter.decimals)),
        ])
    }

    private var period: JSONValue {
        object([
            ("firstDate", date(invoice.firstReading.date)), ("lastDate", date(invoice.lastReading.date)),
            ("days", .integer(invoice.days)), ("dayConvention", .string(invoice.period.convention.rawValue)),
            ("firstIndex", .string(invoice.firstReading.index.description)),
            ("lastIndex", .string(invoice.lastReading.index.description)),
            ("rollover", .boolean(invoice.isRollover)),
        ])
    }

    /// As the computation shows them: a figure that a later step takes unrounded is marked there.
    private var figures: JSONValue {
        let figures = invoice.figures
        return object([
            ("measuredVolume", figure(figures.measuredVolume)),
            ("correctionFactor", figure(figures.correctionFactor)),
            ("correctedVolume", .string(figures.correctedVolumeFigure.description)),
            ("calorificValue", figure(figures.calorificValue)),
            ("energyFactor", .string(figures.energyFactorFigure.description)),
            ("energy", .string(figures.energyFigure.description)), ("averagePrice", figure(figures.averagePrice)),
            ("consumptionCharge", figure(figures.consumptionCharge)),
            ("valueAddedTaxBase", figure(figures.valueAddedTaxBase)),
            ("valueAddedTaxRate", figure(figures.valueAddedTaxRate)),
            ("valueAddedTax", figure(figures.valueAddedTax)), ("total", figure(figures.total)),
            ("payableRounding", figure(figures.payableRounding)), ("payable", figure(figures.payable)),
        ])
    }

    private func price(_ span: DatedSpan<RetailPrice>) -> JSONValue {
        object([
            ("days", .integer(span.days)), ("perKilowattHour", figure(span.value.perKilowattHour)),
            ("parts", parts(span.value.parts)),
        ])
    }

    private func parts(_ parts: RetailPrice.Parts?) -> JSONValue {
        switch parts {
        case nil: .null
        case .perKilowattHour(let parts): self.parts(parts, unit: "TL/kWh")
        case .perStandardVolume(let parts): self.parts(parts, unit: "TL/Sm3")
        }
    }

    private func parts<Price>(_ parts: PriceParts<Price>, unit: String) -> JSONValue {
        object([
            ("unit", .string(unit)), ("purchase", figure(parts.purchase)),
            ("specialConsumptionTax", figure(parts.specialConsumptionTax)), ("systemUse", figure(parts.systemUse)),
        ])
    }

    private func line(_ line: InvoiceLine) -> JSONValue {
        object([
            ("code", .string(line.code.rawValue)), ("quantity", .string(line.quantity.description)),
            ("unit", .string("kWh")),
            ("unitPrice", figure(line.unitPrice)), ("amount", figure(line.amount)),
        ])
    }

    private func charge(_ charge: InvoiceCharge) -> JSONValue {
        object([
            ("code", .string(charge.code.rawValue)), ("amount", figure(charge.amount)),
            ("taxed", .boolean(charge.isTaxed)),
        ])
    }

    private func step(_ step: DerivationStep) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("code", .string(step.code.rawValue)),
            (
                "operands",
                .array(
                    step.operands.map { operand in
                        object([
                            ("role", .string(operand.role.rawValue)),
                            ("figure", .string(operand.figure.description)),
                        ])
                    })
            ),
            ("result", .string(step.result.description)), ("shownRounded", .boolean(step.isShownRounded)),
            (
                "days",
                .array(
                    step.days.map { day in
                        object([("role", .string(day.role.rawValue)), ("date", date(day.date))])
                    })
            ),
            ("source", optional(step.code.source?.rawValue)), ("policy", optional(step.policy)),
        ]
        if let reference = step.reference { members.append(("reference", .string(reference))) }
        return object(members)
    }

    private var versions: JSONValue {
        object([
            ("tariff", .string(invoice.tariffVersion)), ("tariffSource", optional(tariffSource)),
            ("rounding", .string(invoice.roundingProfile)), ("wording", .string(WordingEdition.version)),
        ])
    }

    private func figure(_ quantity: some FixedPointQuantity) -> JSONValue { .string(quantity.description) }
    private func date(_ date: CivilDate) -> JSONValue { .string(date.description) }
    private func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    private func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { JSONValue.Member($0.0, $0.1) })
    }
}
