public import Quantities

/// The conversion of a building from a central boiler to flat heaters, or back, on a day with an index [dönüşüm endeksi, 53].
///
/// The conversion closes one segment of the subscription and opens the next: an invoice is made up to its index, whatever the
/// use, and the next period begins with it.
public struct BoilerConversion: Hashable, Sendable {
    /// The day of the conversion.
    public let date: CivilDate
    /// What the meter showed.
    public let index: Index

    /// A conversion at that index.
    public init(date: CivilDate, index: Index) {
        self.date = date
        self.index = index
    }

    /// The reading that the segment before ends with and the one after begins with.
    public var reading: MeterReading { MeterReading(index: index, date: date) }
}

/// Who counts as a Kazan subscriber: those who heat by a central boiler [kazan], those of the district of that name, or both.
///
/// The text that names them does not say which; both stand as data.
public struct BoilerSubscribers: Hashable, Sendable {
    /// What makes a subscriber one of them.
    public enum Meaning: String, Hashable, Sendable, CaseIterable {
        /// The boiler.
        case boiler
        /// The district.
        case district
        /// Either of them; the default.
        case either
    }

    /// What makes a subscriber one of them.
    public let meaning: Meaning
    /// The names of the district, as addresses write it.
    public let districts: Set<String>
    /// The edition of the list.
    public let version: String

    /// A list of that meaning.
    public init(meaning: Meaning = .either, districts: Set<String>, version: String) {
        self.meaning = meaning
        self.districts = districts
        self.version = version
    }

    /// Whether a subscriber is one of them.
    public func contains(hasBoiler: Bool, district: String) -> Bool {
        let isInDistrict = districts.contains(district)
        return switch meaning {
        case .boiler: hasBoiler
        case .district: isInDistrict
        case .either: hasBoiler || isInDistrict
        }
    }
}
