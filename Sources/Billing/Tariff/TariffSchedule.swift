public import Quantities

/// The versions of a tariff, by the day from which invoices are made with each.
///
/// Versions are added, never replaced, so that an invoice can be computed again as it was made [111].
public struct TariffSchedule: Hashable, Sendable {
    /// The versions, earliest first.
    public let versions: RateTable<TariffVersion>

    /// A schedule that begins with one version; it throws nothing, for one version has no other on its day.
    public init(_ version: TariffVersion, from day: CivilDate) throws(RateTableError) {
        versions = try RateTable([.init(from: day, value: version)])
    }

    private init(_ versions: RateTable<TariffVersion>) { self.versions = versions }

    /// The schedule with a later version; throws `sameDayTwice` where it does not begin after all others.
    public func adding(_ version: TariffVersion, from day: CivilDate) throws(RateTableError) -> TariffSchedule {
        guard let last = versions.steps.last, last.from < day else { throw .sameDayTwice(day) }
        return TariffSchedule(try RateTable(versions.steps + [.init(from: day, value: version)]))
    }

    /// The version that makes invoices on `day`; throws `noValue` before the first one.
    public func version(on day: CivilDate) throws(RateTableError) -> TariffVersion { try versions.value(on: day) }
}
