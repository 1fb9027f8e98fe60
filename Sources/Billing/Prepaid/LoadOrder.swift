public import Quantities

/// An order to load gas on a card that no purchase pays for: once for each event, and with evidence (rows 14, 20, 70, 73).
public struct LoadOrder: Hashable, Sendable {
    /// Why gas is loaded.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Credit of a lost card that the meter had not taken over [kart kayıp].
        case lostCard = "lost-card"
        /// Gas that a faulty card or meter withheld [eksik gaz alacağı].
        case missingGas = "missing-gas"
        /// Gas left at a closing [kapatma].
        case closing
        /// Gas carried to another subscription [gaz nakil].
        case transfer
    }

    /// Why.
    public let reason: Reason
    /// How much.
    public let volume: MeterVolume
    /// The number of the report, the declaration or the closing that it rests on.
    public let evidence: String

    /// The key under which the event is settled once: reason and evidence, or the key of the event that was reported.
    public let key: LedgerKey

    /// The order.
    ///
    /// `settled` are the keys that were settled before.
    /// - Throws: `PrepaidError.evidenceMissing` without evidence, `.settledBefore` where the event was settled,
    ///   `.outOfBounds` for a negative volume.
    public init(
        reason: Reason, volume: MeterVolume, evidence: String, settled: Set<LedgerKey>
    ) throws(PrepaidError) {
        if evidence.isEmpty { throw .evidenceMissing }
        if volume < .zero { throw .outOfBounds(.soldVolume) }
        try self.init(
            reason, volume, evidence, LedgerKey(.loadOrder, reason.rawValue + "/" + evidence), settled: settled)
    }

    /// The order for missing gas that was reported [eksik gaz alacağı], under the key of the event: however many report it, it is
    /// loaded once. [20, 22]
    ///
    /// - Throws: `PrepaidError.nothingMissing` where the customer is owed none, `.settledBefore` where the event was settled.
    public init(for reported: ReportedDifference, settled: Set<LedgerKey>) throws(PrepaidError) {
        guard case .excess(let volume) = reported.difference else { throw .nothingMissing }
        try self.init(
            .missingGas, volume,
            reported.reports.map { "\($0.reporter.rawValue)/\($0.number)" }.joined(separator: ", "),
            reported.key, settled: settled)
    }

    private init(
        _ reason: Reason, _ volume: MeterVolume, _ evidence: String, _ key: LedgerKey, settled: Set<LedgerKey>
    ) throws(PrepaidError) {
        self.reason = reason
        self.volume = volume
        self.evidence = evidence
        self.key = key
        if settled.contains(key) { throw .settledBefore(key: key) }
    }
}
