/// The gas that really passes a meter from an hour on: what is used, and what leaks behind it.
///
/// Cumulative millilitres, 0 at the epoch and before it.
struct PassedVolume<Curve: VolumeCurve>: Sendable {
    let curve: Curve
    let epoch: FleetHour
    let leaks: [Fault]
    private let zero: Int64

    init(_ curve: Curve, from epoch: FleetHour, faults: [Fault]) {
        self.curve = curve
        self.epoch = epoch
        leaks = faults.filter { $0.kind == .creep && $0.severity > 0 }
        zero = curve.millilitres(at: epoch)
    }

    func callAsFunction(_ hour: FleetHour) -> Int64 {
        guard hour > epoch else { return 0 }
        var volume = curve.millilitres(at: hour) - zero
        for leak in leaks { volume += leaked(leak, until: hour) }
        return volume
    }

    /// What one leak let go until an hour.
    func leaked(_ leak: Fault, until hour: FleetHour) -> Int64 {
        let hours = max(epoch, leak.start).hours(until: min(hour, leak.end))
        return hours > 0 ? Int64(hours) * Int64(leak.severity) : 0
    }
}
