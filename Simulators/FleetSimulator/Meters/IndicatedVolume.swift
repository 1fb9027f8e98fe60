extension MeterCurve: VolumeCurve {}

/// What the index of a sound meter counts since the fleet began: the true volume with the meter's own error.
public struct IndicatedVolume: VolumeCurve {
    /// The true volume.
    public let truth: MeterCurve
    private let counts: Int64
    private let unit: Int64

    /// What a meter of a mould counts.
    public init(_ truth: MeterCurve, of mould: MeterMould) {
        self.truth = truth
        counts = Int64(truth.meter.countsPerMillilitre)
        unit = Int64(mould.countsPerMillilitre)
    }

    /// In millilitres, cut; 0 when the fleet began.
    public func millilitres(at hour: FleetHour) -> Int64 { indicated(truth.millilitres(at: hour)) }

    /// What the index counts for a true volume, both in millilitres.
    public func indicated(_ volume: Int64) -> Int64 { volume * counts / unit }
}
