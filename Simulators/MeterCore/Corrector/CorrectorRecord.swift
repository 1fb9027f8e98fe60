/// One row of a corrector's archive: counters at the end of the period, means and status of the period.
public struct CorrectorRecord: Hashable, Sendable {
    /// Order number (ordinal, sıra no.), from 1 and without a gap: it tells rows apart even when the clock was set back.
    public var order: UInt32
    /// End of the period, in seconds since 2000-01-01 00:00:00 of the corrector's clock.
    public var time: UInt32
    /// Vm, in millilitres.
    public var volume: UInt64
    /// VmT, in millilitres.
    public var totalVolume: UInt64
    /// Vb, in millilitres.
    public var baseVolume: UInt64
    /// VbT, in millilitres.
    public var totalBaseVolume: UInt64
    /// Mean pressure over the time of the period, in pascals, cut.
    public var meanPressure: UInt32
    /// Mean temperature over the time of the period, in millikelvins, cut.
    public var meanTemperature: UInt32
    /// Every status that was on in the period.
    public var status: CorrectorStatus

    /// An empty row, order number 0, for a ring that nothing was written to.
    public init() {
        (order, time) = (0, 0)
        (volume, totalVolume, baseVolume, totalBaseVolume) = (0, 0, 0, 0)
        (meanPressure, meanTemperature) = (0, 0)
        status = CorrectorStatus(rawValue: 0)
    }
}
