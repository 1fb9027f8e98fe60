import Billing
import Quantities

/// A retail price as it is stored, with an invoice or among the policies.
struct PriceRecord: Decodable {
    struct Parts: Decodable {
        /// `TL/kWh` or `TL/Sm3`: the unit in which the parts were published.
        let unit: String
        let purchase: String
        let specialConsumptionTax: String
        let systemUse: String
    }

    /// The days of a period that the price is for; nil among the policies.
    let days: Int?
    let perKilowattHour: String
    let parts: Parts?

    init(_ span: DatedSpan<RetailPrice>) { self.init(span.value, days: span.days) }

    init(_ price: RetailPrice, days: Int? = nil) {
        self.days = days
        perKilowattHour = price.perKilowattHour.description
        parts =
            switch price.parts {
            case nil: nil
            case .perKilowattHour(let parts): Parts(parts, unit: "TL/kWh")
            case .perStandardVolume(let parts): Parts(parts, unit: "TL/Sm3")
            }
    }

    func value() throws -> DatedSpan<RetailPrice> {
        guard let days else { throw StoredValueError() }
        return DatedSpan(days: days, value: try price())
    }

    func price() throws -> RetailPrice {
        let parts: RetailPrice.Parts? =
            switch self.parts {
            case nil: nil
            case let parts? where parts.unit == "TL/kWh": .perKilowattHour(try parts.value())
            case let parts? where parts.unit == "TL/Sm3": .perStandardVolume(try parts.value())
            default: throw StoredValueError()
            }
        return RetailPrice(perKilowattHour: try stored(perKilowattHour), parts: parts)
    }
}

extension PriceRecord.Parts {
    init<Price>(_ parts: PriceParts<Price>, unit: String) {
        self.unit = unit
        purchase = parts.purchase.description
        specialConsumptionTax = parts.specialConsumptionTax.description
        systemUse = parts.systemUse.description
    }

    func value<Price>() throws -> PriceParts<Price> {
        PriceParts(
            purchase: try stored(purchase), specialConsumptionTax: try stored(specialConsumptionTax),
            systemUse: try stored(systemUse))
    }
}

extension PriceRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("days", days)
        json.member("perKilowattHour", perKilowattHour)
        json.member("parts", parts)
    }
}

extension PriceRecord.Parts: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("unit", unit)
        json.member("purchase", purchase)
        json.member("specialConsumptionTax", specialConsumptionTax)
        json.member("systemUse", systemUse)
    }
}
