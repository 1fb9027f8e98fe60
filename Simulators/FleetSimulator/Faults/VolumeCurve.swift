/// What a meter would have counted without a fault: one meter's cumulative volume by hour.
public protocol VolumeCurve: Sendable {
    /// Volume up to an hour, in millilitres from any zero of the curve's own; never falls from hour to hour.
    func millilitres(at hour: FleetHour) -> Int64
}
