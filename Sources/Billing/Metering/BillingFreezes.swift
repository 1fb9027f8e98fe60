public import Quantities

/// The times for which a subscription's monthly invoice is stopped on the customer's petition, for a journey [46].
///
/// A freeze stops the invoice, never the meter: what was used meanwhile is billed once after the return, at the
/// day-weighted price of the whole time. No late fee runs on the frozen days (`LateFee`).
public struct BillingFreezes: Hashable, Sendable {
    /// The freezes, earliest first; those that overlapped or touched are one, those without a day are left out.
    public let freezes: [BillingFreeze]

    /// No freeze.
    public static let none = BillingFreezes([])

    /// The freezes of those petitions, in any order; overlapping ones are merged.
    public init(_ petitions: [BillingFreeze]) {
        var merged: [BillingFreeze] = []
        for next in petitions.sorted(by: { $0.first < $1.first }) where next.returned != next.first {
            guard let last = merged.last else {
                merged.append(next)
                continue
            }
            guard let lastReturned = last.returned else { break }  // an open freeze swallows all that follow
            if next.first > lastReturned {
                merged.append(next)
                continue
            }
            let returned = next.returned.map { max($0, lastReturned) }
            if let whole = try? BillingFreeze(first: last.first, returned: returned) {
                merged[merged.count - 1] = whole
            }
        }
        freezes = merged
    }

    /// The freeze that holds on `day`, if one does.
    public func freeze(on day: CivilDate) -> BillingFreeze? { freezes.first { $0.contains(day) } }
}

extension BillingFreeze {
    /// Whether the day is frozen; that of the return is not.
    public func contains(_ day: CivilDate) -> Bool { first <= day && returned.map { day < $0 } ?? true }
}
