public import Quantities

/// A price of a field contractor's work in TL, before KDV.
public struct WorkPrice: FixedPointQuantity {
    /// Six decimals of a lira.
    public static let fractionDigits = 6

    /// The price in millionths of a lira.
    public let microlira: Int64

    /// A price of so many millionths of a lira.
    public init(smallestUnits: Int64) { microlira = smallestUnits }

    /// The price in millionths of a lira.
    public var smallestUnits: Int64 { microlira }
}

/// A piece of work that a contractor reports: a reading, a notice, a failed visit.
public struct WorkItem: Hashable, Sendable {
    /// The number of the work order; the same one twice is one piece of work.
    public let order: String
    /// The kind of work, by which it has its price.
    public let kind: String
    /// Whether the utility has approved it [Olur]; only approved work is paid.
    public let isApproved: Bool

    /// A piece of work.
    public init(order: String, kind: String, isApproved: Bool) {
        self.order = order
        self.kind = kind
        self.isApproved = isApproved
    }
}

/// So many pieces of one kind of work at its price.
public struct WorkLine: Hashable, Sendable {
    /// The kind of work.
    public let kind: String
    /// How many there are.
    public let count: Int64
    /// What one of them costs; a failed visit has a price of its own, which may be nothing.
    public let price: WorkPrice

    /// A line; throws `outOfBounds` for a negative count or price.
    public init(kind: String, count: Int64, price: WorkPrice) throws(DebtError) {
        guard count >= 0 else { throw .outOfBounds(.workCount) }
        guard price >= .zero else { throw .outOfBounds(.workPrice) }
        self.kind = kind
        self.count = count
        self.price = price
    }

    /// The lines of what was done, in the order of the price list: approved work only, each order once.
    ///
    /// An order that was reported twice counts where one of the reports is approved, as the first approved one has it. Throws
    /// `noPrice` for work that the list does not have.
    public static func lines(
        of items: [WorkItem], prices: [(kind: String, price: WorkPrice)]
    ) throws(DebtError) -> [WorkLine] {
        var counts: [String: Int64] = [:]
        var counted: Set<String> = []
        let known = Set(prices.map { $0.kind })
        for item in items where item.isApproved && counted.insert(item.order).inserted {
            guard known.contains(item.kind) else { throw .noPrice(ofWork: item.kind) }
            counts[item.kind, default: 0] += 1
        }
        var lines: [WorkLine] = []
        for (kind, price) in prices {
            guard let count = counts.removeValue(forKey: kind) else { continue }
            lines.append(try WorkLine(kind: kind, count: count, price: price))
        }
        return lines
    }
}
