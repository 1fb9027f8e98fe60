import Billing
import Foundation
import Quantities
import Storage
import Synchronization

/// An invoice as it is stored: every part of it, and every number as the exact text of its decimals.
///
/// Nothing is computed when it comes back, so that an invoice stays what it was, whatever later rules say.
struct InvoiceRecord: Codable {
    struct Reading: Codable {
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
    let derivation: [StepRecord]
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
        derivation = invoice.derivation.map { StepRecord($0) }
        invoiceDate = invoice.invoiceDate.description
        taxDate = invoice.taxDate.description
        dueDate = invoice.dueDate.description
        minimumInstalments = invoice.minimumInstalments
        tariffVersion = invoice.tariffVersion
        roundingProfile = invoice.roundingProfile
        policyVersions = invoice.policyVersions
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
            derivation: try derivation.map { try $0.value() }, invoiceDate: try CivilDate(iso8601: invoiceDate),
            taxDate: try taxDate.map { try CivilDate(iso8601: $0) }, dueDate: try CivilDate(iso8601: dueDate),
            minimumInstalments: minimumInstalments ?? 1, tariffVersion: tariffVersion,
            roundingProfile: roundingProfile, policyVersions: policyVersions)
    }

    /// The invoice as JSON, the same bytes for the same invoice.
    static func json(_ invoice: Invoice) throws(StoreError) -> String {
        try CompactJSON.text(InvoiceRecord(invoice))
    }

    /// Several invoices as JSON, in their order, on as many cores as there are.
    static func json(_ invoices: [Invoice]) throws(StoreError) -> [String] {
        let parts = min(ProcessInfo.processInfo.activeProcessorCount, (invoices.count + 15) / 16)
        guard parts > 1 else {
            var all: [String] = []
            for invoice in invoices { all.append(try json(invoice)) }
            return all
        }
        let size = (invoices.count + parts - 1) / parts
        let written = Mutex([Result<[String], StoreError>](repeating: .success([]), count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let slice = invoices[min(part * size, invoices.count)..<min((part + 1) * size, invoices.count)]
            let result = Result { () throws(StoreError) in
                var texts: [String] = []
                for invoice in slice { texts.append(try json(invoice)) }
                return texts
            }
            written.withLock { $0[part] = result }
        }
        var all: [String] = []
        for part in written.withLock({ $0 }) { all += try part.get() }
        return all
    }

    /// The invoice that JSON holds; throws `StoreError.unusable` where it holds none.
    static func invoice(json: String) throws(StoreError) -> Invoice {
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
