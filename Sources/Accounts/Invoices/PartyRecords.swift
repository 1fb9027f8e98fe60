import Billing
import Quantities

/// The issuer as it is stored with an invoice.
struct IssuerRecord: Decodable {
    let name: String
    let address: String
    let taxOffice: String
    let taxNumber: String
    /// The first account; the only one of an invoice that was stored before a utility could have several.
    let iban: String?
    /// The accounts after the first; absent where there are none.
    let furtherIBANs: [String]?
    let emergencyPhone: String
    let callCentre: String?

    init(_ issuer: Issuer) {
        name = issuer.name
        address = issuer.address
        taxOffice = issuer.taxOffice
        taxNumber = issuer.taxNumber.text
        iban = issuer.bankAccounts.first?.text
        furtherIBANs = issuer.bankAccounts.count > 1 ? issuer.bankAccounts.dropFirst().map(\.text) : nil
        emergencyPhone = issuer.emergencyPhone
        callCentre = issuer.callCentre
    }

    func value() throws -> Issuer {
        Issuer(
            name: name, address: address, taxOffice: taxOffice, taxNumber: try VKN(taxNumber),
            bankAccounts: try ((iban.map { [$0] } ?? []) + (furtherIBANs ?? [])).map { try IBAN($0) },
            emergencyPhone: emergencyPhone, callCentre: callCentre)
    }
}

/// The subscriber as it is stored with an invoice.
struct SubscriberRecord: Decodable {
    let number: String
    let installation: String
    let name: String
    let address: String
    let kind: String
    let payment: String

    init(_ subscriber: Subscriber) {
        number = subscriber.number.text
        installation = subscriber.installation.text
        name = subscriber.name
        address = subscriber.address
        kind = subscriber.kind.rawValue
        payment = subscriber.paymentScheme.rawValue
    }

    func value() throws -> Subscriber {
        Subscriber(
            number: try SubscriberNumber(number), installation: try InstallationNumber(installation), name: name,
            address: address, kind: try stored(kind), paymentScheme: try stored(payment))
    }
}

/// The meter as it is stored with an invoice.
struct MeterRecord: Decodable {
    let serial: String?
    let gClass: String
    let pressureMillibar: Int
    let multiplier: String
    let wheels: Int
    let decimals: Int

    init(_ meter: Meter) {
        serial = meter.serial?.text
        gClass = meter.gClass
        pressureMillibar = meter.pressureMillibar
        multiplier = meter.multiplier.description
        wheels = meter.wheels
        decimals = meter.decimals
    }

    func value() throws -> Meter {
        Meter(
            serial: try serial.map { try MeterSerial($0) }, gClass: gClass, pressureMillibar: pressureMillibar,
            multiplier: try stored(multiplier), wheels: wheels, decimals: decimals)
    }
}

extension IssuerRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("name", name)
        json.member("address", address)
        json.member("taxOffice", taxOffice)
        json.member("taxNumber", taxNumber)
        json.member("iban", iban)
        json.member("furtherIBANs", furtherIBANs)
        json.member("emergencyPhone", emergencyPhone)
        json.member("callCentre", callCentre)
    }
}

extension SubscriberRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("number", number)
        json.member("installation", installation)
        json.member("name", name)
        json.member("address", address)
        json.member("kind", kind)
        json.member("payment", payment)
    }
}

extension MeterRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("serial", serial)
        json.member("gClass", gClass)
        json.member("pressureMillibar", pressureMillibar)
        json.member("multiplier", multiplier)
        json.member("wheels", wheels)
        json.member("decimals", decimals)
    }
}
