package import Billing
import Quantities
package import Wording

extension BillingError {
    /// Why no invoice is made and what to do, in words for the staff; no code of the library's stands in them.
    package func words(in language: Language) -> String {
        let writer = InvoiceWriter(language)
        switch self {
        case .prepaidSubscriber: return Self.words("prepaid", writer)
        case .indexLower(let first, let last):
            return Self.words("index-lower", writer, ["first": first.description, "last": last.description])
        case .consumptionImplausible(let first, let last, let limit):
            return Self.words(
                "implausible", writer,
                [
                    "first": first.description, "last": last.description,
                    "limit": writer.figure(limit.figure.withoutTrailingZeros),
                ])
        case .indexDigits(let index, let wheels):
            return Self.words("index-digits", writer, ["last": index.description, "wheels": "\(wheels)"])
        case .emptyPeriod(let first, let last):
            return Self.words("empty-period", writer, ["first": writer.date(first), "last": writer.date(last)])
        case .invoiceBeforeLastReading(let invoice, let reading):
            return Self.words(
                "invoice-before-reading", writer, ["first": writer.date(invoice), "last": writer.date(reading)])
        case .noPrice(let day): return Self.words("no-price", writer, ["day": writer.date(day)])
        case .noCorrectionFactor(let day): return Self.words("no-correction", writer, ["day": writer.date(day)])
        case .noCalorificValue(let day): return Self.words("no-calorific-value", writer, ["day": writer.date(day)])
        case .noTaxRate(let day): return Self.words("no-tax-rate", writer, ["day": writer.date(day)])
        case .correctorCompulsory(let pressure):
            return Self.words("corrector-compulsory", writer, ["pressure": "\(pressure)"])
        case .outOfBounds(let role):
            let figure = DerivationWords.role(role.rawValue).map { writer.words($0) } ?? role.rawValue
            return Self.words("out-of-bounds", writer, ["figure": figure])
        case .dueDateOutOfRange: return Self.words("due-date", writer)
        case .overflow(let code):
            let step = DerivationWords.step(code.rawValue).map { writer.words($0, ["rate": "", "amount": ""]) }
            return Self.words("overflow", writer, ["step": step.map { $0.trimmingEnd } ?? code.rawValue])
        case .held(.corrector): return Self.words("corrector-held", writer)
        case .deferred(.belowMinimum(let use, let limit)):
            return Self.words(
                "below-minimum", writer,
                [
                    "use": writer.figure(use.figure.withoutTrailingZeros),
                    "limit": writer.figure(limit.figure.withoutTrailingZeros),
                ])
        case .deferred(.frozen(let freeze)):
            return Self.words("frozen", writer, ["first": writer.date(freeze.first)])
        case .contradiction(let contradiction): return Self.words(of: contradiction, writer)
        }
    }

    private static func words(of contradiction: BillingContradiction, _ writer: InvoiceWriter) -> String {
        switch contradiction {
        case .multiplierChanges(let day): words("multiplier-changes", writer, ["day": writer.date(day)])
        case .changeOutOfOrder(let day): words("change-out-of-order", writer, ["day": writer.date(day)])
        case .correctorChanged(let day): words("corrector-changed", writer, ["day": writer.date(day)])
        case .noSystemUsePrice(let day): words("no-system-use", writer, ["day": writer.date(day)])
        case .ruleBelowZero(let rule): words("rule-below-zero", writer, ["rule": rule])
        case .lateFeesTaxedDifferently: words("late-fees-taxed-differently", writer)
        }
    }

    private static func words(_ code: String, _ writer: InvoiceWriter, _ values: [String: String] = [:]) -> String {
        BillingErrorWords.phrase(code).map { writer.words($0, values) } ?? code
    }
}

extension String {
    /// Without the spaces and the colon that a value which is not there leaves at the end.
    fileprivate var trimmingEnd: String {
        var text = self
        while let last = text.last, " :".contains(last) { text.removeLast() }
        return text
    }
}
