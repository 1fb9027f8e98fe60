public import GasPhysics
public import Quantities

/// The correctors that a utility reads by name, with their cycles, and what of them is plausible.
public struct CorrectorPolicy: Hashable, Sendable {
    /// Meters of a list.
    public enum Meters: Hashable, Sendable {
        /// These, each by its serial.
        case these([MeterSerial])
        /// All serials of one length from the first to the last, compared as text: `A0265908` to `A0266074`.
        case range(MeterSerial, MeterSerial)

        /// Whether the meter is one of them.
        func contains(_ serial: MeterSerial) -> Bool {
            switch self {
            case .these(let serials): return serials.contains(serial)
            case .range(let first, let last):
                let length = serial.text.utf8.count
                return length == first.text.utf8.count && length == last.text.utf8.count
                    && first.text <= serial.text && serial.text <= last.text
            }
        }
    }

    /// Meters that are read in one cycle.
    public struct Group: Hashable, Sendable {
        /// The meters.
        public let meters: Meters
        /// How often they are read.
        public let cycle: BillingCycle

        /// Meters in that cycle.
        public init(_ meters: Meters, _ cycle: BillingCycle) {
            self.meters = meters
            self.cycle = cycle
        }
    }

    /// The edition of the list.
    public let version: String
    /// The groups, in the order of the list.
    public let groups: [Group]
    /// The share by which Vb ÷ Vm may differ from the expected factor, where no meter has a tolerance of its own.
    public let tolerance: Rate
    /// The gas that correctors are set to, for the Z in the factor that is expected of them.
    public let gas: SGERGGas

    /// A list of that edition; the gas is an assumption where nothing is said, as Turkey's is a mixture of several.
    public init(version: String, groups: [Group], tolerance: Rate, gas: SGERGGas = .referenceGas1) {
        self.version = version
        self.groups = groups
        self.tolerance = tolerance
        self.gas = gas
    }

    /// How often the meter is read; `nil` where the list does not name it.
    public func cycle(of serial: MeterSerial) -> BillingCycle? {
        groups.first { $0.meters.contains(serial) }?.cycle
    }

    /// The correctors that Başkent Doğalgaz names [51, 52]: `A0265908-A0266074` every 15 days, `A0552145-A0552146` and
    /// `A0766648` monthly.
    ///
    /// Whether a dash means a range or two meters is open: two meters, until the utility says otherwise. The tolerance of 5 % is
    /// ours: K itself moves by 7 % over a year, a frozen or broken corrector by far more.
    public static let baskent = CorrectorPolicy(
        version: "correctors-2026.1",
        groups: [
            Group(.these([serial("A0265908"), serial("A0266074")]), .halfMonthly),
            Group(.these([serial("A0552145"), serial("A0552146")]), .monthly),
            Group(.these([serial("A0766648")]), .monthly),
        ],
        tolerance: Rate(partsPerMillion: 50_000))

    /// A serial that ships: ours to get right.
    private static func serial(_ text: String) -> MeterSerial {
        guard let serial = try? MeterSerial(text) else { preconditionFailure("the shipped serial \(text) is none") }
        return serial
    }
}

extension Meter {
    /// The largest gauge pressure, in mbar, at which K may stand for a volume corrector.
    ///
    /// Source: Esaslar Hakkında Tebliğ, RG 24980 (as the utilities' pages on K quote it): above 300 mbar a corrector is compulsory.
    public static let mostMillibarWithoutCorrector = 300
}
