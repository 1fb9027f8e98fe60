import Accounts
import Billing
import Foundation
import GasPhysics
import Quantities
import Storage

/// A data folder with a tariff, a region and some subscribers, all invented.
final class SampleBooks: Sendable {
    let folder: String
    let store: Store
    let issuer: InvoiceIssuer

    init(
        subscribers: Int = 3, bankAccounts: [String] = ["TR330006100519786457841326"]
    ) async throws {
        folder = FileManager.default.temporaryDirectory.path + "/endeks-books-\(UUID().uuidString)"
        store = try Store(folder: folder, migrations: AccountsTables.migrations)
        issuer = try InvoiceIssuer(
            issuer: Issuer(
                name: "Örnek Gaz Dağıtım A.Ş.", address: "Örnek Mah. 1, Ankara", taxOffice: "Örnek",
                taxNumber: try VKN("4540536920"), bankAccounts: try bankAccounts.map { try IBAN($0) }),
            prefix: "OGZ")
        let policies = try Self.policies()
        let records = try (0..<subscribers).map { try Self.record($0) }
        _ = try await store.write { transaction in
            try transaction.importPolicies(policies, actor: .system, at: at("2026-01-01"))
            return try transaction.importSubscribers(records, sha256: "", actor: .command, at: at("2026-10-22"))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func number(_ number: Int) throws -> SubscriberNumber { try SubscriberNumber("41000000\(number + 10)") }

    /// Subscriber `number` with a G4 meter of five wheels that showed 01000 on 21 October 2026.
    static func record(
        _ number: Int, serial: String? = nil, wheels: Int = 5, index: Int64 = 1_000, day: String = "2026-10-21",
        payment: Subscriber.PaymentScheme = .afterUse, phone: String? = nil, scoped: String? = nil
    ) throws -> ImportedSubscriber {
        ImportedSubscriber(
            line: number + 2,
            subscription: Subscription(
                subscriber: Subscriber(
                    number: try Self.number(number), installation: try InstallationNumber("7700\(number)"),
                    name: "Ayşe Örnek \(number)", address: "Örnek Sok. \(number), Ankara", kind: .residential,
                    paymentScheme: payment),
                meter: Meter(
                    serial: try serial.map { try MeterSerial($0) }, gClass: "G4", pressureMillibar: 21,
                    wheels: wheels, decimals: 3),
                region: "ornek", tariff: "konut", language: "tr"),
            whatsapp: phone, businessScopedID: scoped,
            lastReading: MeterReading(
                index: try Index(value: index, digits: wheels), date: try CivilDate(iso8601: day)))
    }

    static func policies(
        version: String = "2026.1", price: String = "0.44637590", lateFee: ContractLateFee? = nil,
        minimumBill: MeterVolume = .zero
    ) throws -> PolicySet {
        let year = try CivilDate(iso8601: "2026-01-01")
        let months = 1...12
        return PolicySet(
            version: version, source: "invented", sha256: "",
            tariffs: [
                PolicySet.Tariff(
                    name: "konut", use: .residential, rounding: .standard, dayCount: .excludeFirst, dueDays: 15,
                    minimumDays: 15, minimumBill: minimumBill, lateFee: lateFee,
                    prices: try RateTable([
                        .init(
                            from: year,
                            value: RetailPrice(perKilowattHour: try UnitPrice(parsing: price, notation: .plain)))
                    ]))
            ],
            regions: [
                "ornek": MonthlyGas(
                    corrections: Dictionary(
                        uniqueKeysWithValues: try months.map {
                            (
                                MonthlyGas.CorrectionKey(month: .everyYear($0), millibar: nil),
                                .station(
                                    pressure: try Pressure(parsing: "0.911", notation: .plain),
                                    soil: try CelsiusTemperature(parsing: "\($0).5", notation: .plain))
                            )
                        }),
                    calorificValues: Dictionary(
                        uniqueKeysWithValues: try months.map {
                            (.everyYear($0), try GrossCalorificValue(parsing: "92\($0 + 10).25", notation: .plain))
                        }))
            ],
            valueAddedTax: try RateTable([.init(from: year, value: Rate(partsPerMillion: 200_000))]),
            holidays: [try CivilDate(iso8601: "2026-12-07")])
    }

    func candidate(
        _ subscriber: Int = 0, _ index: Int64, _ day: String, origin: ReadingOrigin = .photo(1)
    ) throws -> ReadingCandidate {
        ReadingCandidate(
            subscriber: try Self.number(subscriber), index: try Index(value: index, digits: 5),
            date: try CivilDate(iso8601: day), origin: origin)
    }

    /// Bills a candidate on the day of its reading.
    @discardableResult
    func bill(_ candidate: ReadingCandidate) async throws -> StoredInvoice {
        let issuer = issuer
        return try await store.write { transaction in
            try transaction.bill(candidate, issuer: issuer, at: at(candidate.date.description))
        }
    }
}

/// Noon of a day in Türkiye.
func at(_ day: String) -> Moment {
    let first = (try? CivilDate(iso8601: "1970-01-01"))?.dayNumber ?? 0
    let number = (try? CivilDate(iso8601: day))?.dayNumber ?? 0
    return Moment(secondsSince1970: Int64(number - first) * 86_400 + 9 * 3_600)
}
