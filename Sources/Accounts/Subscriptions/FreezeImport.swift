package import Billing
package import Quantities
package import Storage

/// A line of a file of freezes, once it was understood.
package struct ImportedFreeze: Hashable, Sendable {
    /// Where it stands, for what is wrong with it.
    package let line: Int
    package let subscriber: SubscriberNumber
    package let freeze: BillingFreeze

    package init(line: Int, subscriber: SubscriberNumber, freeze: BillingFreeze) {
        (self.line, self.subscriber, self.freeze) = (line, subscriber, freeze)
    }
}

/// What an import of freezes changed.
package struct FreezeCounts: Hashable, Sendable {
    package var added = 0
    /// Open ones whose day of return was told.
    package var ended = 0
    /// Those that were known already.
    package var unchanged = 0
    /// The late fees that invoices charged and that are others by the freezes: a person takes such an invoice back.
    package var chargedFees: [ChangedLateFee] = []

    package init(added: Int = 0, ended: Int = 0, unchanged: Int = 0) {
        (self.added, self.ended, self.unchanged) = (added, ended, unchanged)
    }
}

/// A late fee that an invoice charged before a freeze was told.
package struct ChangedLateFee: Hashable, Sendable {
    package let subscriber: SubscriberNumber
    /// The invoice that charged it.
    package let chargedBy: InvoiceNumber
    package let charged: Money
    /// What it is by the freezes of now.
    package let fee: Money
}

/// Why a file of freezes was not taken over; nothing of it was.
package typealias FreezeRefusal = ImportRefusal<FreezeReason>

/// What is wrong with a line of such a file.
package enum FreezeReason: Hashable, Sendable {
    case unknownSubscriber
    /// The freeze of that first day is known with this other day of return.
    case otherReturn(CivilDate)
    /// The freeze of that first day has a return, and the file has none.
    case isEnded(CivilDate)
}

extension Transaction {
    /// Takes over freezes: while one holds no invoice is made, and no late fee runs.
    ///
    /// A freeze is known by its subscriber and its first day; an open one ends when its day of return is told. Late fees that
    /// wait are charged by it; those that an invoice charged already are told. Throws `FreezeRefusal` with every line that is
    /// wrong, and `StoreError`.
    package func importFreezes(
        _ freezes: [ImportedFreeze], sha256: String, actor: AuditActor, at moment: Moment
    ) throws -> FreezeCounts {
        var counts = FreezeCounts()
        var problems: [FreezeRefusal.Problem] = []
        for imported in freezes {
            guard let row = try row("SELECT id FROM subscriber WHERE number = ?", imported.subscriber.text) else {
                problems.append(.init(line: imported.line, reason: .unknownSubscriber))
                continue
            }
            let subscriber = try row.integer("id")
            let before = try chargedLateFees(of: subscriber)
            if let reason = try put(imported.freeze, of: subscriber, &counts, at: moment) {
                problems.append(.init(line: imported.line, reason: reason))
            }
            for (old, new) in zip(before, try chargedLateFees(of: subscriber)) where old.anew.fee != new.anew.fee {
                guard let chargedBy = new.charged.chargedBy else { continue }
                counts.chargedFees.append(
                    ChangedLateFee(
                        subscriber: imported.subscriber, chargedBy: chargedBy, charged: new.charged.fee,
                        fee: new.anew.fee))
            }
        }
        try FreezeRefusal.check(problems)
        try audit(
            AuditEntry(
                actor: actor, action: "subscribers.frozen", kind: "file", subject: sha256,
                details: [
                    "added": "\(counts.added)", "ended": "\(counts.ended)", "unchanged": "\(counts.unchanged)",
                ]), at: moment)
        return counts
    }

    private func put(
        _ freeze: BillingFreeze, of subscriber: Int64, _ counts: inout FreezeCounts, at moment: Moment
    ) throws(StoreError) -> FreezeReason? {
        let (first, returned) = (freeze.first.description, freeze.returned?.description)
        let known = try row(
            "SELECT returned_day FROM billing_freeze WHERE subscriber = ? AND first_day = ?", subscriber, first)
        guard let known else {
            willWrite(.freezes)
            try run(
                "INSERT INTO billing_freeze (subscriber, first_day, returned_day, recorded_at) VALUES (?, ?, ?, ?)",
                subscriber, first, returned, moment)
            counts.added += 1
            return nil
        }
        guard try known.optionalText("returned_day") != nil else {
            if returned == nil {
                counts.unchanged += 1
                return nil
            }
            try run(
                "UPDATE billing_freeze SET returned_day = ?, recorded_at = ? WHERE subscriber = ? AND first_day = ?",
                returned, moment, subscriber, first)
            counts.ended += 1
            return nil
        }
        let end = try known.day("returned_day")
        guard let asked = freeze.returned else { return .isEnded(end) }
        guard asked == end else { return .otherReturn(end) }
        counts.unchanged += 1
        return nil
    }
}

extension Statements {
    /// The times for which a subscriber had the invoices stopped.
    package func freezes(of number: SubscriberNumber) throws(StoreError) -> BillingFreezes {
        guard let row = try row("SELECT id FROM subscriber WHERE number = ?", number.text) else { return .none }
        return try freezes(of: try row.integer("id"))
    }

    func freezes(of subscriber: Int64) throws(StoreError) -> BillingFreezes {
        guard try has(.freezes) else { return .none }
        var freezes: [BillingFreeze] = []
        for row in try rows("SELECT * FROM billing_freeze WHERE subscriber = ? ORDER BY first_day", subscriber) {
            let first = try row.day("first_day")
            let returned = try row.optionalText("returned_day") == nil ? nil : try row.day("returned_day")
            do throws(DebtError) {
                freezes.append(try BillingFreeze(first: first, returned: returned))
            } catch {
                throw .column("returned_day")
            }
        }
        return BillingFreezes(freezes)
    }
}
