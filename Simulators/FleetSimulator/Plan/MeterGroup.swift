public import MeterCore

/// Meters of one make in one place that use gas in one way; what tells them apart is drawn from the seed.
public struct MeterGroup: Hashable, Sendable {
    /// By which faults and reports speak of it; no two groups share one.
    public var name: String
    /// Mechanical, prepaid or corrector.
    public var kind: MeterKind
    /// How many, at least 1.
    public var count: Int
    /// Whose weather they have.
    public var place: Place
    /// What the gas is for.
    public var demand: DemandClass
    /// Dwellings behind one boiler room's meter; 1 for every other demand.
    public var dwellings: Int
    /// G1.6 to G25; nil for a turbine or rotary meter in front of a corrector.
    public var size: DiaphragmSize?
    /// Wheels of whole m³, 4 to 6 (9 with a corrector).
    public var blackWheels: Int
    /// Wheels behind the comma, 0 to 3.
    public var redWheels: Int
    /// Gauge pressure at the meter, in millibar.
    public var supplyMillibar: Int
    /// Mean use of a meter in a year of mean weather, in m³ at base conditions; nil for what place and demand give.
    public var yearlyCubicMetres: Int?
    /// Years in service at the plan's start, drawn evenly.
    public var yearsInService: ClosedRange<Int>
    /// Index at the plan's start in whole m³, drawn evenly; nil for what the years in service give.
    public var startIndex: ClosedRange<Int>?
    /// Name of a tariff in the policies; nil for the plan's.
    public var tariff: String?
    /// Name of a region in the policies; nil for the plan's.
    public var region: String?

    /// A group of household meters unless told otherwise.
    public init(
        name: String, kind: MeterKind = .diaphragm, count: Int, place: Place, demand: DemandClass = .household,
        dwellings: Int = 1, size: DiaphragmSize? = .g4, blackWheels: Int = 5, redWheels: Int = 3,
        supplyMillibar: Int = 21, yearlyCubicMetres: Int? = nil, yearsInService: ClosedRange<Int> = 0...9,
        startIndex: ClosedRange<Int>? = nil, tariff: String? = nil, region: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.count = count
        self.place = place
        self.demand = demand
        self.dwellings = dwellings
        self.size = size
        self.blackWheels = blackWheels
        self.redWheels = redWheels
        self.supplyMillibar = supplyMillibar
        self.yearlyCubicMetres = yearlyCubicMetres
        self.yearsInService = yearsInService
        self.startIndex = startIndex
        self.tariff = tariff
        self.region = region
    }
}
