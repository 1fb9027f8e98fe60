public import Quantities

/// The price of a kWh from some day on [perakende satış fiyatı], with its parts where the tariff publishes them.
public struct RetailPrice: Hashable, Sendable {
    /// The published parts, in the unit in which they were published.
    public enum Parts: Hashable, Sendable {
        /// Parts in TL/kWh.
        case perKilowattHour(PriceParts<UnitPrice>)
        /// Parts in TL/Sm3; 1 Sm3 is 10.64 kWh by definition.
        case perStandardVolume(PriceParts<StandardVolumePrice>)
    }

    /// The price before KDV, in TL/kWh.
    public let perKilowattHour: UnitPrice
    /// The parts, if they are published.
    public let parts: Parts?

    /// A price without published parts.
    public init(perKilowattHour: UnitPrice) {
        self.perKilowattHour = perKilowattHour
        parts = nil
    }

    /// A price as it was stored, with the parts that it was computed from.
    package init(perKilowattHour: UnitPrice, parts: Parts?) {
        self.perKilowattHour = perKilowattHour
        self.parts = parts
    }

    /// The price that `parts` add up to.
    ///
    /// Parts in TL/Sm3 are summed exactly, then divided by 10.64 and rounded half away from zero to eight decimals.
    /// Throws `overflow` where the sum or the price does not fit.
    public init(parts: Parts) throws(ArithmeticError) {
        self.parts = parts
        switch parts {
        case .perKilowattHour(let parts): perKilowattHour = try parts.total()
        case .perStandardVolume(let parts): perKilowattHour = try UnitPrice(try parts.total())
        }
    }
}

extension RetailPrice {
    /// The system-use part in TL/kWh [sistem kullanım bedeli]: all that an eligible consumer of another supplier pays here.
    ///
    /// A part in TL/Sm3 is divided by 10.64 and rounded half away from zero to eight decimals. `nil` where no parts are
    /// published; throws `overflow` where the price does not fit.
    public func systemUse() throws(ArithmeticError) -> UnitPrice? {
        switch parts {
        case nil: nil
        case .perKilowattHour(let parts): parts.systemUse
        case .perStandardVolume(let parts): try UnitPrice(parts.systemUse)
        }
    }

    /// The special consumption tax inside the price in TL/kWh [ÖTV], rounded as `systemUse()`; `nil` where no parts are
    /// published.
    ///
    /// Throws `overflow` where it does not fit.
    public func specialConsumptionTax() throws(ArithmeticError) -> UnitPrice? {
        switch parts {
        case nil: nil
        case .perKilowattHour(let parts): parts.specialConsumptionTax
        case .perStandardVolume(let parts): try UnitPrice(parts.specialConsumptionTax)
        }
    }
}
