/// The limits of the fault flags; a flag is for a person to look at and moves no money by itself.
///
/// The catalogue is section 4 of the simulator's facts. A figure without a source is ours.
public struct FaultPolicy: Hashable, Sendable {
    /// The version, stored with what the limits decided.
    public var version = "fault-flags-2026.3"
    /// The months of the heating season.
    public var heatingMonths: [Int] = [1, 2, 3, 11, 12]
    /// Heating days without use after which a counter may be stuck; so many do not yet count (ours).
    public var mostZeroHeatingDays: Int = 30
    /// How many peers a comparison needs (ours).
    public var fewestPeers: Int = 3
    /// How many peers are asked for at most (ours).
    public var mostPeers: Int = 7
    /// How far a peer's place in the books may be from the customer's (ours: utilities number street by street).
    public var peerDistance: Int64 = 100
    /// The share of the days that a peer's readings must cover, in per cent (ours).
    public var peerCoveredPercent: Int64 = 50
    /// How many readings of a meter are looked at, the newest (ours: two years, whether the connection ever used gas).
    public var mostReadings: Int = 26
    /// With how many held readings before it one is compared: a reader mixes two up on one stair (ours).
    public var swapNeighbours: Int = 3
    /// How many of the newest uses of connections that are alike tell the weather (ours: a few weeks' of a city).
    public var weatherPeers: Int = 200
    /// What the peer in the middle must have used for the weather to have asked for heating, in litres (ours).
    public var fewestPeerLitres: Int64 = 10_000
    /// How many heating periods a shortfall of use is judged by, the newest (ours: a winter's worth of one fault).
    public var shortfallPeriods: Int = 3
    /// The days that they may lie apart: one winter's (ours).
    public var shortfallDays: Int = 100
    /// The share of the expected use below which so little was used that somebody asks, in thousandths (ours).
    public var shortfallPermille: Int64 = 600
    /// What must be missing at least, in litres (ours).
    public var fewestMissingLitres: Int64 = 30_000
    /// Falls of the index in a row that a misread digit no longer explains (ours).
    public var fallsInARow: Int = 2
    /// The error that an inspection tolerates in thousandths: MID 2014/32/EU annex MI-002, class 1.5 below Qt, ±3 %.
    public var inspectionPermille: Int64 = 30
    /// How far a converter's own counter may be from the mechanical one, in thousandths (ours).
    public var pulsePermille: Int64 = 10
    /// The difference, or the use, below which two counters are not compared, in litres (ours: a few pulses).
    public var pulseFloorLitres: Int64 = 5_000
    /// How far corrected ÷ uncorrected volume may be from the factor expected, in thousandths (ours).
    public var factorPermille: Int64 = 50
    /// How far a clock may be off, in seconds: half a second a day (IEC 62054-21) over the year until it is set; assumption.
    public var clockSeconds: Int64 = 180
    /// The credit beyond what was sold that a display's cut digits explain, in litres (ours: two registers of whole litres).
    public var mostUnsoldLitres: Int64 = 10
    /// Days without a card that say nothing of whether a prepaid meter was empty (ours: who moves in buys within them).
    public var mostEmptyDays: Int = 3
    /// The days after which a record is late (ours: a round comes in on its day or the next, or behind a weekend).
    public var lateDays: Int = 2
    /// How many records must be whole steps of a 32-bit float.
    ///
    /// Ours: at the smallest step of 2 litres, 12 records agree by chance once in 4,096.
    public var floatBits: Int = 12

    /// The default limits.
    public init() {}
}
