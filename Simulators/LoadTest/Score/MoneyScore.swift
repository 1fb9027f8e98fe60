/// Why a period of one meter was billed otherwise than the truth; the first that fits.
package enum DifferenceCause: Int, CaseIterable, Hashable, Sendable, Codable {
    /// A period, or a part of it, was billed before.
    case double
    /// The truth has a period there and billing none: it is held, refused or never came.
    case missing
    /// Billing has a period there and the truth none.
    case extra
    /// A counter passed its largest number, and another volume was made of it.
    case rollover
    /// Another volume was billed.
    case use
    /// The same volume with another correction factor K.
    case factor
    /// The same volume with another calorific value.
    case calorific
    /// Prepaid: the same use, matched with other lots.
    case lots
    /// The same volume, K and calorific value at another price.
    case price
    /// The same charge with another KDV.
    case tax
    /// The same charge and KDV, and another amount payable.
    case rounding
    /// The same amount payable, made of another charge and another KDV.
    case split
    /// Prepaid: another amount was taken at the desk, or went to debts, or another volume was sold.
    case sale

    /// Its code in files.
    package var code: String { "\(self)" }

    /// The cause by which two bills of one reading differ; nil where volume, K, calorific value and every amount are the same.
    init?(billed: BilledPeriod, truth: BilledPeriod, kind: LoadedKind) {
        let isSameSplit = billed.chargeKurus == truth.chargeKurus && billed.taxKurus == truth.taxKurus
        if billed.cubicMetres != truth.cubicMetres {
            self = truth.isRollover || billed.isRollover ? .rollover : .use
        } else if billed.factor != truth.factor {
            self = .factor
        } else if billed.calorific != truth.calorific {
            self = .calorific
        } else if billed.payableKurus == truth.payableKurus {
            if isSameSplit { return nil }
            self = .split
        } else if kind == .prepaid {
            self = .lots
        } else if billed.chargeKurus != truth.chargeKurus {
            self = .price
        } else if billed.taxKurus != truth.taxKurus {
            self = .tax
        } else {
            self = .rounding
        }
    }
}

/// Periods that differ for one cause.
package struct CauseRow: Hashable, Sendable {
    /// How many.
    package var periods = 0
    /// Billed less true, in kuruş.
    package var kurus: Int64 = 0

    /// Both together.
    func plus(_ other: CauseRow) -> CauseRow {
        CauseRow(periods: periods + other.periods, kurus: kurus + other.kurus)
    }

    /// Adds a difference.
    mutating func add(_ difference: Int64, periods count: Int = 1) {
        periods += count
        kurus += difference
    }
}

/// Money of the meters of one kind that had one kind of fault.
package struct MoneyRow: Hashable, Sendable {
    /// How many meters.
    package var meters = 0
    /// Periods that were billed.
    package var periods = 0
    /// Of them, and of those that should have been, how many differ from the truth.
    package var differing = 0
    /// What was billed, and for prepaid meters taken at the desk, in kuruş.
    package var billedKurus: Int64 = 0
    /// What it should have been, in kuruş.
    package var trueKurus: Int64 = 0
    /// The sum of each meter's difference without its sign, in kuruş.
    package var absoluteKurus: Int64 = 0

    /// Adds another shard's.
    mutating func add(_ other: MoneyRow) {
        meters += other.meters
        periods += other.periods
        differing += other.differing
        billedKurus += other.billedKurus
        trueKurus += other.trueKurus
        absoluteKurus += other.absoluteKurus
    }
}

/// What a meter had: nothing, one kind of fault, or several.
package enum FaultLoad: Hashable, Sendable, Comparable {
    /// Neither a fault nor a slip.
    case faultless
    /// One kind, by ``TruthCause/number``.
    case one(Int)
    /// More than one kind.
    case several

    /// Its place in tables.
    package var place: Int {
        switch self {
        case .faultless: -1
        case .one(let number): number
        case .several: 26
        }
    }

    /// Whether the left one stands above.
    package static func < (left: FaultLoad, right: FaultLoad) -> Bool { left.place < right.place }
}

/// Where a row of money stands: kind of meter, and what it had.
package struct MoneyKey: Hashable, Sendable, Comparable {
    /// Kind of meter.
    package var kind: LoadedKind
    /// What it had.
    package var load: FaultLoad

    /// The place of a kind of meter that had something.
    package init(kind: LoadedKind, load: FaultLoad) {
        self.kind = kind
        self.load = load
    }

    /// Whether the left one stands above.
    package static func < (left: MoneyKey, right: MoneyKey) -> Bool {
        (left.kind.rawValue, left.load) < (right.kind.rawValue, right.load)
    }
}
