package import Billing
package import Quantities
package import Storage

/// A line of a file of subscribers, once it was understood.
package struct ImportedSubscriber: Sendable {
    /// Where it stands, for what is wrong with it.
    package let line: Int
    package let subscription: Subscription
    /// Digits with the country code.
    package let whatsapp: String?
    package let businessScopedID: String?
    /// Where the last invoice ended; a prepaid meter may have none.
    package let lastReading: MeterReading?

    package init(
        line: Int, subscription: Subscription, whatsapp: String?, businessScopedID: String?,
        lastReading: MeterReading?
    ) {
        self.line = line
        self.subscription = subscription
        self.whatsapp = whatsapp
        self.businessScopedID = businessScopedID
        self.lastReading = lastReading
    }
}

/// What an import changed.
package struct SubscriberImportCounts: Hashable, Sendable {
    package var added = 0
    package var updated = 0
    package var readings = 0
}

/// Why a file of subscribers was not taken over; nothing of it was.
package typealias SubscriberImportRefusal = ImportRefusal<SubscriberImportReason>

/// What is wrong with a line of such a file.
package enum SubscriberImportReason: Hashable, Sendable {
    case unknownRegion(String)
    case unknownTariff(String)
    /// The index is lower than a reading that is known, and that is no rollover.
    case indexLower(known: Index, on: CivilDate)
    /// Another meter hangs there than before, and its first reading lies before the old one's last.
    case meterBeforeReading(CivilDate)
    /// An invoice was made, or a change of meters written down, by this multiplier: it changes from a day on, by an index.
    case multiplierChanges(from: MeterMultiplier)
    /// The same, by this pressure.
    case pressureChanges(fromMillibar: Int)
}

extension Transaction {
    /// Takes over a file of subscribers: those that are known are updated and keep their readings, those that are not in
    /// the file stay as they are.
    ///
    /// A later last reading is added to the known ones, so that the next period begins where the last invoice ended. The
    /// multiplier and the pressure that a meter was billed by stay: `importMeterChanges` changes them from a day on.
    /// Throws `SubscriberImportRefusal` with every line that is wrong, and `StoreError`.
    package func importSubscribers(
        _ subscribers: [ImportedSubscriber], sha256: String, actor: AuditActor, at moment: Moment
    ) throws -> SubscriberImportCounts {
        let (regions, tariffs) = try policyNames()
        var counts = SubscriberImportCounts()
        var problems: [SubscriberImportRefusal.Problem] = []
        for imported in subscribers {
            let subscription = imported.subscription
            let unknown = [
                regions.contains(subscription.region)
                    ? nil : SubscriberImportReason.unknownRegion(subscription.region),
                tariffs.contains(subscription.tariff) ? nil : .unknownTariff(subscription.tariff),
            ].compactMap(\.self)
            problems += unknown.map { .init(line: imported.line, reason: $0) }
            // What follows is undone anyway; the lines are looked at all the same.
            guard unknown.isEmpty else { continue }
            if let reason = try put(imported, &counts, at: moment) {
                problems.append(.init(line: imported.line, reason: reason))
            }
        }
        try SubscriberImportRefusal.check(problems)
        try audit(
            AuditEntry(
                actor: actor, action: "subscribers.imported", kind: "file", subject: sha256,
                details: ["added": "\(counts.added)", "updated": "\(counts.updated)", "readings": "\(counts.readings)"]),
            at: moment)
        return counts
    }

    /// Writes one subscriber; what forbids it, if something does.
    private func put(
        _ imported: ImportedSubscriber, _ counts: inout SubscriberImportCounts, at moment: Moment
    ) throws(StoreError) -> SubscriberImportReason? {
        let (subscriber, meter) = (imported.subscription.subscriber, imported.subscription.meter)
        guard let known = try row(Self.knownMeter, subscriber.number.text) else {
            try run(
                """
                INSERT INTO subscriber (installation, name, address, payment, region, tariff, language, whatsapp,
                    business_scoped_id, number)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values: values(imported))
            let key = lastInsertedKey
            try insert(meter, of: key)
            counts.added += 1
            try insert(imported.lastReading, &counts, subscriber: key, meter: lastInsertedKey, at: moment)
            return nil
        }
        counts.updated += 1
        try run(
            """
            UPDATE subscriber SET installation = ?, name = ?, address = ?, payment = ?, region = ?, tariff = ?,
                language = ?, whatsapp = ?, business_scoped_id = ?
            WHERE number = ?
            """, values: values(imported))
        return try update(imported, known, meter, &counts, at: moment)
    }

    private static let knownMeter = """
        SELECT s.id, m.id AS meter, m.serial, m.wheels, m.multiplier_thousandths, m.pressure_mbar FROM subscriber s
        JOIN meter m ON m.id = (SELECT max(id) FROM meter WHERE subscriber = s.id) WHERE s.number = ?
        """

    private func update(
        _ imported: ImportedSubscriber, _ known: Row, _ meter: Billing.Meter,
        _ counts: inout SubscriberImportCounts, at moment: Moment
    ) throws(StoreError) -> SubscriberImportReason? {
        let (key, knownMeter) = (try known.integer("id"), try known.integer("meter"))
        let newest = try newestReading(ofMeter: knownMeter)
        let serial = try known.optionalText("serial")
        let wheels = Int(try known.integer("wheels"))
        let isAnother =
            (serial != nil && meter.serial != nil && serial != meter.serial?.text) || wheels != meter.wheels
        if isAnother {
            if let newest, let start = imported.lastReading, start.date < newest.date {
                return .meterBeforeReading(newest.date)
            }
            try insert(meter, of: key)
            try insert(imported.lastReading, &counts, subscriber: key, meter: lastInsertedKey, at: moment)
            return nil
        }
        if let reason = try change(of: known, to: meter) { return reason }
        try run(
            """
            UPDATE meter SET serial = coalesce(?, serial), g_class = ?, decimals = ?, multiplier_thousandths = ?,
                pressure_mbar = ?
            WHERE id = ?
            """, meter.serial?.text, meter.gClass, meter.decimals, meter.multiplier.thousandths,
            meter.pressureMillibar, knownMeter)
        // A meter that a change put on has no reading yet; one of a day before it is not of this meter.
        let putOn = try meterChange(to: knownMeter)?.date
        let start = newest?.date ?? putOn ?? .distantPast
        guard let reading = imported.lastReading, reading.date > start else { return nil }
        if let newest, reading.index.value < newest.index.value {
            let first = MeterReading(index: newest.index, date: newest.date)
            let assessment = PlausibilityPolicy.holding(on: moment.civilDate).assess(
                PlausibilityQuestion(meter: meter, first: first, last: reading))
            // A file is written by people, who may confirm what a machine would ask about.
            guard assessment.zone(of: .lowerIndex) < .refuse else {
                return .indexLower(known: newest.index, on: newest.date)
            }
        }
        try insert(reading, &counts, subscriber: key, meter: knownMeter, at: moment)
        return nil
    }

    /// Why a meter's multiplier or pressure is not written over; nil where it stays, or nothing was billed by it yet.
    private func change(of known: Row, to meter: Billing.Meter) throws(StoreError) -> SubscriberImportReason? {
        let multiplier = MeterMultiplier(thousandths: try known.integer("multiplier_thousandths"))
        let millibar = Int(try known.integer("pressure_mbar"))
        guard multiplier != meter.multiplier || millibar != meter.pressureMillibar else { return nil }
        let isSettled = try row(
            """
            SELECT 1 FROM meter m WHERE m.id = ? AND (
                EXISTS (SELECT 1 FROM meter_change c WHERE c.new_meter = m.id)
                OR EXISTS (SELECT 1 FROM reading r JOIN invoice i ON r.id IN (i.reading, i.first_reading)
                    WHERE r.meter = m.id AND \(StoredInvoice.stands)))
            """, try known.integer("meter"))
        guard isSettled != nil else { return nil }
        return multiplier == meter.multiplier
            ? .pressureChanges(fromMillibar: millibar) : .multiplierChanges(from: multiplier)
    }

    private func values(_ imported: ImportedSubscriber) -> [any SQLConvertible] {
        let subscription = imported.subscription
        let subscriber = subscription.subscriber
        return [
            subscriber.installation.text, subscriber.name, subscriber.address, subscriber.paymentScheme.rawValue,
            subscription.region, subscription.tariff, subscription.language, imported.whatsapp,
            imported.businessScopedID, subscriber.number.text,
        ]
    }

    private func insert(_ meter: Billing.Meter, of subscriber: Int64) throws(StoreError) {
        try run(
            """
            INSERT INTO meter (subscriber, serial, g_class, wheels, decimals, multiplier_thousandths, pressure_mbar)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, subscriber, meter.serial?.text, meter.gClass, meter.wheels, meter.decimals,
            meter.multiplier.thousandths, meter.pressureMillibar)
    }

    private func insert(
        _ reading: MeterReading?, _ counts: inout SubscriberImportCounts, subscriber: Int64, meter: Int64,
        at moment: Moment
    ) throws(StoreError) {
        guard let reading else { return }
        _ = try insertReading(reading, subscriber: subscriber, meter: meter, origin: .imported, at: moment)
        counts.readings += 1
    }
}

extension CivilDate {
    /// Before every day that there is.
    fileprivate static let distantPast = CivilDate.nearest(toDayNumber: 0)
}
