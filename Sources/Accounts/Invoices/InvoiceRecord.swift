package import Billing
import Foundation
import Quantities
package import Storage

/// An invoice as it is stored: every part of it, and every number as the exact text of its decimals.
///
/// Nothing is computed when it comes back, so that an invoice stays what it was, whatever later rules say.
package struct InvoiceRecord: Decodable {
    struct Reading: Decodable {
        let index: String
        let date: String
    }

    let number: String?
    // What is optional below is not in invoices of before there was such a thing.
    let replaces: String?
    let occasion: String?
    let supply: String?
    let issuer: IssuerRecord
    let subscriber: SubscriberRecord
    let meter: MeterRecord
    let firstReading: Reading
    let lastReading: Reading
    let meterChanges: [MeterChangeRecord]?
    let corrector: CorrectorRecord?
    let dayCount: String
    let isRollover: Bool
    let figures: FiguresRecord
    let prices: [PriceRecord]
    let lines: [LineRecord]
    let charges: [ChargeRecord]?
    let carried: CarriedRecord?
    let previousDebt: String?
    /// The steps, in invoices of before 2026-12.
    let derivation: [StepRecord]?
    /// The steps as texts, and the editions that they name beyond `policyVersions`.
    let steps: [String]?
    let stepPolicies: [String]?
    let invoiceDate: String
    let taxDate: String?
    let dueDate: String
    let minimumInstalments: Int?
    let tariffVersion: String
    let roundingProfile: String
    let policyVersions: [String]?

    init(_ invoice: Invoice) {
        number = invoice.number?.text
        replaces = invoice.replaces?.text
        occasion = invoice.occasion.rawValue
        supply = invoice.supply.rawValue
        issuer = IssuerRecord(invoice.issuer)
        subscriber = SubscriberRecord(invoice.subscriber)
        meter = MeterRecord(invoice.meter)
        firstReading = Reading(invoice.firstReading)
        lastReading = Reading(invoice.lastReading)
        meterChanges = invoice.meterChanges.isEmpty ? nil : invoice.meterChanges.map { MeterChangeRecord($0) }
        corrector = invoice.corrector.map { CorrectorRecord($0) }
        dayCount = invoice.period.convention.rawValue
        isRollover = invoice.isRollover
        figures = FiguresRecord(invoice.figures)
        prices = invoice.prices.map { PriceRecord($0) }
        lines = invoice.lines.map { LineRecord($0) }
        charges = invoice.charges.isEmpty ? nil : invoice.charges.map { ChargeRecord($0) }
        carried = invoice.carried == .none ? nil : CarriedRecord(invoice.carried)
        previousDebt = invoice.previousDebt == .zero ? nil : invoice.previousDebt.description
        derivation = nil
        let versions = invoice.policyVersions
        let texts = StepTexts(invoice.derivation, policies: versions)
        steps = texts.texts
        stepPolicies = texts.policies.count == versions.count ? nil : Array(texts.policies.dropFirst(versions.count))
        invoiceDate = invoice.invoiceDate.description
        taxDate = invoice.taxDate.description
        dueDate = invoice.dueDate.description
        minimumInstalments = invoice.minimumInstalments
        tariffVersion = invoice.tariffVersion
        roundingProfile = invoice.roundingProfile
        policyVersions = versions
    }

    func invoice() throws -> Invoice {
        let (first, last) = (try firstReading.value(), try lastReading.value())
        return Invoice(
            number: try number.map { try InvoiceNumber($0) }, replaces: try replaces.map { try InvoiceNumber($0) },
            occasion: try occasion.map { try stored($0) } ?? .period, issuer: try issuer.value(),
            subscriber: try subscriber.value(), supply: try supply.map { try stored($0) } ?? .gasAndSystemUse,
            meter: try meter.value(), firstReading: first, lastReading: last,
            meterChanges: try (meterChanges ?? []).map { try $0.value() }, corrector: try corrector?.value(),
            period: try BillingInterval(first: first.date, last: last.date, convention: try stored(dayCount)),
            isRollover: isRollover, figures: try figures.value(), prices: try prices.map { try $0.value() },
            lines: try lines.map { try $0.value() }, charges: try (charges ?? []).map { try $0.value() },
            carried: try carried?.value() ?? .none, previousDebt: try previousDebt.map { try stored($0) } ?? .zero,
            derivation: try derivationSteps(), invoiceDate: try CivilDate(iso8601: invoiceDate),
            taxDate: try taxDate.map { try CivilDate(iso8601: $0) }, dueDate: try CivilDate(iso8601: dueDate),
            minimumInstalments: minimumInstalments ?? 1, tariffVersion: tariffVersion,
            roundingProfile: roundingProfile, policyVersions: policyVersions)
    }

    private func derivationSteps() throws -> [DerivationStep] {
        guard let steps else { return try (derivation ?? []).map { try $0.value() } }
        let policies = (policyVersions ?? [tariffVersion, roundingProfile]) + (stepPolicies ?? [])
        return try steps.map { try StepTexts.step($0, policies: policies) }
    }

    /// The invoice as JSON, the same bytes for the same invoice.
    package static func json(_ invoice: Invoice) -> String { JSONText.text(InvoiceRecord(invoice)) }

    /// The invoice that JSON holds; throws `StoreError.unusable` where it holds none.
    package static func invoice(json: String) throws(StoreError) -> Invoice {
        do {
            return try JSONDecoder().decode(InvoiceRecord.self, from: Data(json.utf8)).invoice()
        } catch {
            // Not the error itself: it may tell what stands on the invoice.
            throw .unusable("a stored invoice cannot be read")
        }
    }
}

extension InvoiceRecord.Reading {
    init(_ reading: MeterReading) {
        index = reading.index.description
        date = reading.date.description
    }

    func value() throws -> MeterReading {
        MeterReading(index: try Index(printed: index), date: try CivilDate(iso8601: date))
    }
}

/// A stored text is no value of its kind.
struct StoredValueError: Error {}

/// The case with that code.
func stored<Code: RawRepresentable<String>>(_ text: String) throws -> Code {
    guard let code = Code(rawValue: text) else { throw StoredValueError() }
    return code
}

/// The quantity that plain decimals write.
func stored<Quantity: FixedPointQuantity>(_ text: String) throws -> Quantity {
    try Quantity(parsing: text, notation: .plain)
}

extension InvoiceRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("number", number)
        json.member("replaces", replaces)
        json.member("occasion", occasion)
        json.member("supply", supply)
        json.member("issuer", issuer)
        json.member("subscriber", subscriber)
        json.member("meter", meter)
        json.member("firstReading", firstReading)
        json.member("lastReading", lastReading)
        json.member("meterChanges", meterChanges)
        json.member("corrector", corrector)
        json.member("dayCount", dayCount)
        json.member("isRollover", isRollover)
        json.member("figures", figures)
        json.member("prices", prices)
        json.member("lines", lines)
        json.member("charges", charges)
        json.member("carried", carried)
        json.member("previousDebt", previousDebt)
        json.member("steps", steps)
        json.member("stepPolicies", stepPolicies)
        json.member("invoiceDate", invoiceDate)
        json.member("taxDate", taxDate)
        json.member("dueDate", dueDate)
        json.member("minimumInstalments", minimumInstalments)
        json.member("tariffVersion", tariffVersion)
        json.member("roundingProfile", roundingProfile)
        json.member("policyVersions", policyVersions)
    }
}

extension InvoiceRecord.Reading: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("index", index)
        json.member("date", date)
    }
}
