package import Billing
package import Quantities
package import Storage

/// A line of a file of meter changes, once it was understood.
package struct ImportedMeterChange: Sendable {
    /// Where it stands, for what is wrong with it.
    package let line: Int
    package let subscriber: SubscriberNumber
    package let date: CivilDate
    /// What the old meter showed when it was taken off; leading zeros may be missing.
    package let removedAt: Index
    /// The meter that was put on.
    package let meter: Billing.Meter
    /// What it showed then.
    package let start: Index

    package init(
        line: Int, subscriber: SubscriberNumber, date: CivilDate, removedAt: Index, meter: Billing.Meter, start: Index
    ) {
        (self.line, self.subscriber, self.date) = (line, subscriber, date)
        (self.removedAt, self.meter, self.start) = (removedAt, meter, start)
    }
}

/// What an import of meter changes changed.
package struct MeterChangeCounts: Hashable, Sendable {
    package var added = 0
    /// Those that put right what the books had of the change that the present meter came by.
    package var corrected = 0
    /// Those that were known already.
    package var unchanged = 0
}

/// Why a file of meter changes was not taken over; nothing of it was.
package typealias MeterChangeRefusal = ImportRefusal<MeterChangeReason>

/// What is wrong with a line of such a file.
package enum MeterChangeReason: Hashable, Sendable {
    case unknownSubscriber
    /// No reading was ever taken, so that no period could begin before the change.
    case noReading
    /// The meter was changed on that later day already.
    case changedLater(CivilDate)
    case future
    /// The old meter was read on that later day.
    case beforeReading(CivilDate)
    /// The removed index has more digits than the old meter has wheels.
    case removedDigits(wheels: Int)
    /// The removed index is lower than the old meter's last reading, and that is no rollover.
    case removedLower(Index, on: CivilDate)
    /// The old meter has this serial too, and nothing of it changes.
    case sameSerial
    /// The meter stays and another multiplier or pressure holds, but the counter went on from another index.
    case otherIndex(Index)
}

extension Transaction {
    /// Takes over meter changes, any number in a period: the next invoice bills every meter by its own indexes.
    ///
    /// A meter that stays while its multiplier or pressure changes is changed too, at one index.
    /// A change that is known already changes nothing. One of the same day and serial as that which the present meter came by
    /// puts it right, as long as no reading of that meter stands: take an invoice back first. Throws `MeterChangeRefusal` with every line that is wrong, and
    /// `StoreError`.
    package func importMeterChanges(
        _ changes: [ImportedMeterChange], sha256: String, actor: AuditActor, at moment: Moment
    ) throws -> MeterChangeCounts {
        var counts = MeterChangeCounts()
        var problems: [MeterChangeRefusal.Problem] = []
        for change in changes.sorted(by: { ($0.date, $0.line) < ($1.date, $1.line) }) {
            guard let row = try subscriptionRow(change.subscriber) else {
                problems.append(.init(line: change.line, reason: .unknownSubscriber))
                continue
            }
            if try isKnown(change, on: row) {
                counts.unchanged += 1
                continue
            }
            let before = try meterBefore(a: change, whichCorrects: row)
            if let reason = try refusal(of: change, on: before ?? row, today: moment.civilDate) {
                problems.append(.init(line: change.line, reason: reason))
            } else {
                try put(change, on: before ?? row, at: moment)
                if before == nil { counts.added += 1 } else { counts.corrected += 1 }
            }
        }
        try MeterChangeRefusal.check(problems)
        try audit(
            AuditEntry(
                actor: actor, action: "meters.changed", kind: "file", subject: sha256,
                details: [
                    "added": "\(counts.added)", "corrected": "\(counts.corrected)", "unchanged": "\(counts.unchanged)",
                ]), at: moment)
        return counts
    }

    /// The meter before the present one, where a change puts right the one that the present meter came by; nil where it is
    /// another change, or a reading of the present meter stands.
    private func meterBefore(
        a change: ImportedMeterChange, whichCorrects row: SubscriptionRow
    ) throws(StoreError) -> SubscriptionRow? {
        guard let known = try meterChange(to: row.meterID), known.date == change.date,
            row.subscription.meter.serial == change.meter.serial, try newestReading(ofMeter: row.meterID) == nil
        else { return nil }
        return try subscriptionRow(change.subscriber, meter: known.removedMeter)
    }

    /// Whether this change is one of those that the present meter came by.
    private func isKnown(_ change: ImportedMeterChange, on row: SubscriptionRow) throws(StoreError) -> Bool {
        var meter = row.meterID
        while let known = try meterChange(to: meter), known.date >= change.date {
            if known.date == change.date, known.removedAt.value == change.removedAt.value,
                known.newMeterStart.value == change.start.value,
                try subscriptionRow(change.subscriber, meter: meter)?.subscription.meter == change.meter
            {
                return true
            }
            meter = known.removedMeter
        }
        return false
    }

    private func refusal(
        of change: ImportedMeterChange, on row: SubscriptionRow, today: CivilDate
    ) throws(StoreError) -> MeterChangeReason? {
        let old = row.subscription.meter
        guard change.date <= today else { return .future }
        guard let begin = try periodBegin(ofMeter: row.meterID) else { return .noReading }
        // The present meter counts from its own first reading, or from what it showed when it was put on.
        var first = MeterReading(index: begin.first.index, date: begin.first.date)
        if let before = begin.changes.last {
            guard before.date <= change.date else { return .changedLater(before.date) }
            first = MeterReading(index: before.newMeterStart, date: before.date)
        }
        guard first.date <= change.date else { return .beforeReading(first.date) }
        guard let removedAt = try? Index(value: change.removedAt.value, digits: old.wheels) else {
            return .removedDigits(wheels: old.wheels)
        }
        if let serial = old.serial, serial == change.meter.serial {
            let isAlike =
                old.multiplier == change.meter.multiplier && old.pressureMillibar == change.meter.pressureMillibar
            if isAlike { return .sameSerial }
            guard change.start.value == removedAt.value else { return .otherIndex(removedAt) }
        }
        let assessment = PlausibilityPolicy.holding(on: today).assess(
            PlausibilityQuestion(
                meter: old, first: first, last: MeterReading(index: removedAt, date: change.date)))
        // Only what no counter does: people took the meter off and wrote its index down.
        guard assessment.zone(of: .lowerIndex) < .refuse else { return .removedLower(first.index, on: first.date) }
        return nil
    }

    private func put(
        _ change: ImportedMeterChange, on row: SubscriptionRow, at moment: Moment
    ) throws(StoreError) {
        let meter = change.meter
        try run(
            """
            INSERT INTO meter (subscriber, serial, g_class, wheels, decimals, multiplier_thousandths, pressure_mbar)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, row.id, meter.serial?.text, meter.gClass, meter.wheels, meter.decimals,
            meter.multiplier.thousandths, meter.pressureMillibar)
        let key = lastInsertedKey
        try run(
            """
            INSERT INTO meter_change (new_meter, removed_meter, day, removed_index, removed_digits, start_index,
                start_digits, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, key, row.meterID, change.date.description, change.removedAt.value,
            row.subscription.meter.wheels, change.start.value, meter.wheels, moment)
    }
}
