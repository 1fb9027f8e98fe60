/// Why parts of a plan do not fit together.
public struct FleetPlanError: Error, Hashable, Sendable {
    /// Which part it is about.
    public enum Part: Hashable, Sendable {
        /// Name, dates or the fleet as a whole.
        case plan
        /// A group by its place.
        case group(Int)
        /// A rule of faults by its place.
        case fault(Int)
        /// A contractor by its place.
        case contractor(Int)
        /// The calendar.
        case calendar
        /// The behaviour of prepaid customers.
        case prepaid
    }

    /// What does not fit.
    public enum Reason: Hashable, Sendable {
        /// There is no group, or no contractor.
        case nothing
        /// A figure lies outside of what it may be.
        case outside(String, found: Int, ClosedRange<Int>)
        /// Another entry has the name.
        case nameTwice(String)
        /// The groups make more meters than a fleet may have.
        case tooManyMeters(Int)
        /// The plan leaves the calendar's years.
        case datesOutside
        /// The contractors' shares of the books do not make the whole; in millionths.
        case booksDoNotSum(Int)
        /// Meters of this kind do not serve such a demand.
        case demandDoesNotFit(MeterKind, DemandClass)
        /// Such a pressure needs another kind of meter, in millibar.
        case pressureNeedsCorrector(Int)
        /// A group without a size, or one with a size that its demand exceeds.
        case sizeDoesNotFit
        /// The group's mean use is more than its meters can pass, both in m³ at base conditions a year.
        case useAboveMeter(Int, most: Int)
        /// The index is above what the wheels show, in m³.
        case indexAboveWheels(Int, wheels: Int)
        /// Meters of this kind do not have this fault.
        case faultDoesNotFit(FaultKind, MeterKind)
        /// No group of the plan can have this fault.
        case faultFitsNoGroup(FaultKind)
        /// The fault does not come in this variant.
        case variantDoesNotFit(FaultKind, FaultVariant)
        /// The plan has no such meter.
        case noSuchMeter(Int)
        /// The plan has no such group.
        case noSuchGroup(Int)
        /// The fault begins outside of the plan, or the end of its time lies before the start.
        case timeOutside
        /// Another named fault of the meter acts on the same register at the same time; its place.
        case overlaps(fault: Int)
        /// The meter has no neighbour in its group with whom to be swapped.
        case noNeighbour(Int)
        /// So many faults a meter are no longer faults; per meter and plan.
        case tooOften(Int)
    }

    /// Which part it is about.
    public let part: Part
    /// What does not fit.
    public let reason: Reason

    /// A mistake of a part.
    public init(_ part: Part, _ reason: Reason) {
        self.part = part
        self.reason = reason
    }
}
