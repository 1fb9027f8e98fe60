/// One archive of a corrector: hourly, daily or monthly rows in a ring that the caller keeps.
///
/// The newest row takes the place of the oldest; row n stands at (n − 1) modulo the ring's size.
public struct CorrectorArchive: Hashable, Sendable {
    /// How long a row lasts.
    public let period: ArchivePeriod
    /// Hour at which the gas day begins, 0 to 23.
    public let dayBegins: UInt32
    /// Until when the archive has followed its corrector, in seconds since 2000-01-01 00:00:00.
    public private(set) var time: UInt32
    /// Order number of the newest row, 0 before the first.
    public private(set) var newest: UInt32
    private var end: UInt32
    private var seconds: UInt32
    private var status: CorrectorStatus
    private var pressureSeconds: UInt64
    private var temperatureSeconds: UInt64

    /// An archive that begins in the middle of a period, or at its start.
    public init(period: ArchivePeriod, dayBegins: UInt32 = 0, at time: UInt32) {
        precondition(dayBegins < 24, "a gas day begins at an hour from 0 to 23")
        self.period = period
        self.dayBegins = dayBegins
        self.time = time
        newest = 0
        end = period.end(of: time, dayBegins: dayBegins)
        seconds = 0
        status = CorrectorStatus(rawValue: 0)
        (pressureSeconds, temperatureSeconds) = (0, 0)
    }

    /// Follows the corrector until a moment, after it measured and converted what came up to then.
    ///
    /// Writes a row when the moment ends the period or lies beyond it; a step that skips whole periods gives one row, as a
    /// corrector without power does. A clock that was set back ends the period at once, with that status.
    ///
    /// - Parameters:
    ///   - meter: the corrector at that moment.
    ///   - moment: seconds since 2000-01-01 00:00:00 of the corrector's clock.
    ///   - ring: where the rows stand, at least one.
    public mutating func follow(
        _ meter: CorrectorMeter, until moment: UInt32, into ring: inout MutableSpan<CorrectorRecord>
    ) {
        status.formUnion(meter.status)
        guard moment >= time else {
            status.formUnion(.clockSetBack)
            write(meter, stamped: time, into: &ring)
            begin(at: moment)
            return
        }
        let step = moment - time
        seconds += step
        pressureSeconds += UInt64(meter.pressure) * UInt64(step)
        temperatureSeconds += UInt64(meter.temperature) * UInt64(step)
        time = moment
        if moment >= end {
            write(meter, stamped: end, into: &ring)
            begin(at: moment)
        }
    }

    private mutating func write(
        _ meter: CorrectorMeter, stamped stamp: UInt32, into ring: inout MutableSpan<CorrectorRecord>
    ) {
        newest &+= 1
        var record = CorrectorRecord()
        record.order = newest
        record.time = stamp
        record.volume = meter.volume
        record.totalVolume = meter.totalVolume
        record.baseVolume = meter.baseVolume
        record.totalBaseVolume = meter.totalBaseVolume
        record.meanPressure = mean(pressureSeconds, else: meter.pressure)
        record.meanTemperature = mean(temperatureSeconds, else: meter.temperature)
        record.status = status
        ring[Int((newest &- 1) % UInt32(truncatingIfNeeded: ring.count))] = record
    }

    private func mean(_ sum: UInt64, else present: UInt32) -> UInt32 {
        seconds == 0 ? present : UInt32(truncatingIfNeeded: sum / UInt64(seconds))
    }

    private mutating func begin(at moment: UInt32) {
        time = moment
        end = period.end(of: moment, dayBegins: dayBegins)
        (seconds, pressureSeconds, temperatureSeconds) = (0, 0, 0)
        status = CorrectorStatus(rawValue: 0)
    }
}
