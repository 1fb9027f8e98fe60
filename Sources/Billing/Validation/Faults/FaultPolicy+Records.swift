public import Quantities

/// A numbered record of a meter's archive, as it arrived.
public struct ArchiveRecord: Hashable, Sendable {
    /// The record's number, one more than the one before.
    public let order: Int64
    /// The day that the meter gives it.
    public let date: CivilDate
    /// The day on which it arrived.
    public let received: CivilDate
    /// The counter, in litres.
    public let litres: Int64

    /// A record.
    public init(order: Int64, date: CivilDate, received: CivilDate, litres: Int64) {
        self.order = order
        self.date = date
        self.received = received
        self.litres = litres
    }
}

// Faults of the way from the meter to the office. Records stand in the order in which they arrived.
extension FaultPolicy {
    /// Fault 23: what came twice, with another content, late, out of order or not at all; by number, each record once.
    ///
    /// A gap of any length is one flag, of its first number.
    public func transport(_ records: [ArchiveRecord]) -> [FaultFlag] {
        var flags: [FaultFlag] = []
        var known: [Int64: ArchiveRecord] = [:]
        var highest: Int64?
        func flag(_ order: Int64, _ kind: FaultFlag.Transport) {
            flags.append(FaultFlag(.transport, [.init(.orderNumber, DecimalFigure(order))], transport: kind))
        }
        for record in records {
            if let same = known[record.order] {
                let isSame = same.date == record.date && same.litres == record.litres
                flag(record.order, isSame ? .duplicate : .conflict)
                continue
            }
            known[record.order] = record
            if record.date.days(until: record.received) > lateDays { flag(record.order, .late) }
            if let highest, record.order < highest { flag(record.order, .outOfOrder) }
            highest = max(highest ?? record.order, record.order)
        }
        let numbers = known.keys.sorted()
        for (number, next) in zip(numbers, numbers.dropFirst()) where number + 1 != next { flag(number + 1, .missing) }
        return flags
    }

    /// Fault 23 of one record whose number is new: late, out of order, or behind a gap.
    ///
    /// `highest` is the highest number that came before it; 0, the reading at the opening, before the first.
    public func transport(of record: ArchiveRecord, after highest: Int64) -> [FaultFlag] {
        var flags: [FaultFlag] = []
        func flag(_ order: Int64, _ kind: FaultFlag.Transport) {
            flags.append(FaultFlag(.transport, [.init(.orderNumber, DecimalFigure(order))], transport: kind))
        }
        if record.date.days(until: record.received) > lateDays { flag(record.order, .late) }
        if record.order < highest { flag(record.order, .outOfOrder) }
        if record.order - 1 > highest { flag(highest + 1, .missing) }
        return flags
    }

    /// Fault 24: every counter is a whole step of a 32-bit float, so that its last digits are lost.
    ///
    /// A float holds 24 bits: from 2^24 litres (16,777 m3) on it steps by 2 litres, from 2^25 by 4, and so forth. The other
    /// corruptions (checksum, nibbles above 9, cut off records) are refused by the parsers before billing sees them, and an
    /// index of the wrong length by R1.
    public func floatRounded(_ records: [ArchiveRecord]) -> FaultFlag? {
        var bits = 0
        // A counter that stands says the same again, which proves nothing.
        let counters = Set(records.map { $0.litres })
        for litres in counters {
            guard litres > 0 else { return nil }
            let lost = max(0, Int64.bitWidth - litres.leadingZeroBitCount - 24)
            guard litres.trailingZeroBitCount >= lost else { return nil }
            bits += lost
        }
        guard bits >= max(floatBits, 1) else { return nil }
        return FaultFlag(.corruptRecord, [.init(.occurrences, DecimalFigure(Int64(counters.count)))])
    }
}
