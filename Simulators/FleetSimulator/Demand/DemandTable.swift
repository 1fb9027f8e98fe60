public import MeterCore
import Quantities

/// One year of a place and a class as integers: what ``MeterCore/DemandTree`` reads.
public struct DemandTable: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// Days from 1 January 2000 to the year's first.
    public let firstDay: Int
    /// A row for each day, and one more with the sums.
    public let days: [DemandDay]

    /// Days of the year, 365 or 366.
    public var dayCount: Int { days.count - 1 }

    /// What its heaviest day weighs.
    var heaviestDay: UInt32 { zip(days, days.dropFirst()).map { $1.weight - $0.weight }.max() ?? 0 }

    /// The table of a year.
    ///
    /// - Parameters:
    ///   - year: the year, 1901 to 2998.
    ///   - weather: the weather of the place.
    ///   - profile: what the days weigh.
    ///   - scale: what a weight of 1 is in the table.
    init(year: Int, weather: Weather, profile: DemandProfile, scale: Double) {
        let facts = DemandTable.days(of: year, weather)
        self.year = year
        firstDay = DemandTable.firstDay(of: year)
        var present: [UInt32] = [0]
        var loss: [UInt32] = [0]
        for (place, day) in facts.enumerated() {
            let weight = profile.weight(of: day)
            let whole = UInt32((weight.present * scale).rounded(.toNearestOrEven))
            let away = UInt32((weight.away * scale).rounded(.toNearestOrEven))
            present.append(present[place] + whole)
            // A day away weighs at least a little, so that no node weighs nothing.
            loss.append(loss[place] + whole - max(away, 64))
        }
        let nodes = DemandTable.nodes(dayCount: facts.count)
        days = present.indices.map { row in
            var split: (least: UInt32, range: UInt32) = (0, 0)
            var amplitude: UInt16 = 0
            if let node = nodes[row] {
                amplitude = profile.amplitude(ofDays: node.count)
                split = DemandTree.node(
                    weight: present[row] - present[node.lowerBound],
                    of: present[node.upperBound] - present[node.lowerBound], amplitude: amplitude)
            }
            return DemandDay(
                weight: present[row], loss: loss[row], leastShare: split.least, shareRange: split.range,
                amplitude: amplitude, profile: row < facts.count ? UInt16(profile.hourRow(of: facts[row])) : 0)
        }
    }

    /// The days of a year as a profile sees them.
    static func days(of year: Int, _ weather: Weather) -> [DemandProfile.Day] {
        let first = firstDay(of: year)
        return (0..<firstDay(of: year + 1) - first).map { day in
            DemandProfile.Day(FleetHour(number: Int32((first + day) * 24)).date, weather)
        }
    }

    /// Days from 1 January 2000 to that of a year.
    static func firstDay(of year: Int) -> Int {
        guard let date = try? CivilDate(year: year, month: 1, day: 1) else {
            preconditionFailure("a demand table is of a year from 1901 to 2998")
        }
        return FleetHour(date).day
    }

    /// The interval that is split at each middle.
    private static func nodes(dayCount: Int) -> [Int: Range<Int>] {
        var nodes: [Int: Range<Int>] = [:]
        var open = [0..<dayCount]
        while let node = open.popLast() {
            guard node.count > 1 else { continue }
            let middle = (node.lowerBound + node.upperBound) >> 1
            nodes[middle] = node
            open.append(node.lowerBound..<middle)
            open.append(middle..<node.upperBound)
        }
        return nodes
    }
}
