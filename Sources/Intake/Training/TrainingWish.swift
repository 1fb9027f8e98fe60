package import Quantities

/// Which photos are asked for, and on what ground.
package struct TrainingWish: Hashable, Sendable {
    /// The first and the last day, in Türkiye, on which a photo came in.
    package var since, until: CivilDate?
    /// So many at most: those that were decided last.
    package var most: Int?
    /// The legal basis that the one who asks names; it stands in the audit log.
    package var basis: String?
    /// Who asks, as the machine knows them; never a customer.
    package var asker: String

    package init(
        since: CivilDate? = nil, until: CivilDate? = nil, most: Int? = nil, basis: String? = nil, asker: String
    ) {
        (self.since, self.until, self.most, self.basis, self.asker) = (since, until, most, basis, asker)
    }

    func takes(_ day: CivilDate) -> Bool {
        since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }

    /// What the audit log says of it.
    var details: [String: String] {
        let named = [
            "since": since?.description, "until": until?.description, "most": most.map { "\($0)" }, "basis": basis,
            "asker": asker,
        ]
        return named.compactMapValues { $0 }
    }
}
