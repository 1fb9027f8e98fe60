import Billing
import Quantities
import Storage

/// The change of a meter as the books have it.
struct StoredMeterChange: Hashable, Sendable {
    let newMeter: Int64
    let removedMeter: Int64
    let date: CivilDate
    let removedAt: Index
    let newMeterStart: Index
}

/// What a period begins with: a reading, and the changes of the meter since.
struct PeriodBegin: Sendable {
    let first: StoredReading
    /// The oldest first.
    let changes: [StoredMeterChange]
}

extension Statements {
    /// What the period that a meter is in begins with: its newest reading that holds, or that of a meter before it.
    func periodBegin(ofMeter meter: Int64) throws(StoreError) -> PeriodBegin? {
        var (meter, changes) = (meter, [StoredMeterChange]())
        while true {
            if let first = try newestReading(ofMeter: meter) {
                return PeriodBegin(first: first, changes: changes.reversed())
            }
            guard let change = try meterChange(to: meter) else { return nil }
            changes.append(change)
            meter = change.removedMeter
        }
    }

    /// The changes from one meter to another one that came after it, the oldest first; nil where it did not.
    func meterChanges(from first: Int64, to last: Int64) throws(StoreError) -> [StoredMeterChange]? {
        var (meter, changes) = (last, [StoredMeterChange]())
        while meter != first {
            guard let change = try meterChange(to: meter) else { return nil }
            changes.append(change)
            meter = change.removedMeter
        }
        return changes.reversed()
    }

    /// The change that put a meter on.
    func meterChange(to meter: Int64) throws(StoreError) -> StoredMeterChange? {
        try row("SELECT * FROM meter_change WHERE new_meter = ?", meter).map { row throws(StoreError) in
            try StoredMeterChange(row)
        }
    }

    /// The change that took a meter off; the newest, where one was put right.
    func meterChange(from meter: Int64) throws(StoreError) -> StoredMeterChange? {
        try row("SELECT * FROM meter_change WHERE removed_meter = ? ORDER BY new_meter DESC LIMIT 1", meter).map {
            row throws(StoreError) in
            try StoredMeterChange(row)
        }
    }
}

extension StoredMeterChange {
    init(_ row: Row) throws(StoreError) {
        newMeter = try row.integer("new_meter")
        removedMeter = try row.integer("removed_meter")
        date = try row.day("day")
        do {
            removedAt = try Index(
                value: try row.integer("removed_index"), digits: Int(try row.integer("removed_digits")))
            newMeterStart = try Index(
                value: try row.integer("start_index"), digits: Int(try row.integer("start_digits")))
        } catch {
            throw .column("removed_index")
        }
    }
}
