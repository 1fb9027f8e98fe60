/// A meter's own clock under its faults.
public struct MeterClock: Hashable, Sendable {
    /// What the clock shows.
    public struct Time: Hashable, Sendable {
        /// Seconds since 2000-01-01 00:00:00.
        public let seconds: UInt32
        /// Whether the meter says that its time is not to be trusted (M-Bus: IV): it does after a reset alone.
        public let isInvalid: Bool

        /// A time.
        public init(seconds: UInt32, isInvalid: Bool) {
            self.seconds = seconds
            self.isInvalid = isInvalid
        }
    }

    private let faults: [Fault]

    /// The clock of a meter with these faults, of which those of the clock count.
    public init(faults: [Fault]) { self.faults = faults.filter { $0.kind == .clockShift && $0.severity > 0 } }

    /// What the clock shows at an hour of true time, 2000 or later.
    ///
    /// A drift of a severity in seconds a day runs fast; a technician sets the clock when the fault ends.
    public func time(at hour: FleetHour) -> Time {
        let right = Int64(hour.number) * 3_600
        guard let fault = faults.first(where: { $0.isOn(hour) }) else {
            return Time(seconds: UInt32(clamping: right), isInvalid: false)
        }
        let hours = Int64(fault.start.hours(until: hour))
        return switch fault.variant {
        case .clockReset: Time(seconds: UInt32(clamping: hours * 3_600), isInvalid: true)
        case .summerTime: Time(seconds: UInt32(clamping: right + 3_600), isInvalid: false)
        default: Time(seconds: UInt32(clamping: right + hours * Int64(fault.severity) / 24), isInvalid: false)
        }
    }
}
