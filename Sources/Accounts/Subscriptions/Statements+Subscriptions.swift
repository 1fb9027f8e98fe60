import Billing
package import Quantities
package import Storage

/// How many there are of what the books hold.
package struct AccountCounts: Hashable, Sendable {
    package let subscribers: Int
    /// Readings that were taken here and hold; those that came with an import are not counted.
    package let readings: Int
    package let invoices: Int
}

extension Statements {
    /// The subscription of a number, with the meter that hangs there now.
    package func subscription(_ number: SubscriberNumber) throws(StoreError) -> Subscription? {
        try subscriptionRow(number)?.subscription
    }

    /// The subscriptions of somebody who writes to us: by the business-scoped id, and by the phone where that finds none.
    ///
    /// A phone number does not find a subscription that knows another business-scoped id: numbers change hands.
    package func subscriptions(
        businessScopedID: String?, phone: String?
    ) throws(StoreError) -> [Subscription] {
        if let businessScopedID {
            let found = try rows(
                "\(SubscriptionRow.query) WHERE s.business_scoped_id = ? ORDER BY s.number", businessScopedID)
            if !found.isEmpty { return try SubscriptionRow.all(found).map(\.subscription) }
        }
        guard let phone else { return [] }
        let found =
            businessScopedID == nil
            ? try rows("\(SubscriptionRow.query) WHERE s.whatsapp = ? ORDER BY s.number", phone)
            : try rows(
                "\(SubscriptionRow.query) WHERE s.whatsapp = ? AND s.business_scoped_id IS NULL ORDER BY s.number",
                phone)
        return try SubscriptionRow.all(found).map(\.subscription)
    }

    package func accountCounts() throws(StoreError) -> AccountCounts {
        let row = try row(
            """
            SELECT (SELECT count(*) FROM subscriber) AS subscribers,
                (SELECT count(*) FROM reading WHERE origin <> 'imported' AND superseded_at IS NULL) AS readings,
                (SELECT count(*) FROM invoice) AS invoices
            """)
        return AccountCounts(
            subscribers: Int(try row?.integer("subscribers") ?? 0), readings: Int(try row?.integer("readings") ?? 0),
            invoices: Int(try row?.integer("invoices") ?? 0))
    }

    /// The subscription of a number with the meter of a key in the place of the one that hangs there now.
    func subscriptionRow(
        _ number: SubscriberNumber, meter: Int64
    ) throws(StoreError) -> SubscriptionRow? {
        let query = SubscriptionRow.query(meter: "m.id = ? AND m.subscriber = s.id")
        return try row("\(query) WHERE s.number = ?", meter, number.text).map { row throws(StoreError) in
            try SubscriptionRow(row)
        }
    }

    func subscriptionRow(_ number: SubscriberNumber) throws(StoreError) -> SubscriptionRow? {
        try row("\(SubscriptionRow.query) WHERE s.number = ?", number.text).map { row throws(StoreError) in
            try SubscriptionRow(row)
        }
    }
}

extension SubscriptionRow {
    static let query = query()

    /// The subscriptions with a meter, that which hangs there now unless another one is told, and another column.
    static func query(
        meter: String = "m.id = (SELECT max(id) FROM meter WHERE subscriber = s.id)", and column: String? = nil
    ) -> String {
        """
        SELECT s.id, s.number, s.installation, s.name, s.address, s.payment, s.region, s.tariff, s.language, t.used_for,
            m.id AS meter, m.serial, m.g_class, m.wheels, m.decimals, m.multiplier_thousandths, m.pressure_mbar
            \(column.map { ", " + $0 } ?? "")
        FROM subscriber s
        JOIN meter m ON \(meter)
        JOIN policy_tariff t ON t.name = s.tariff
        """
    }

    static func all(_ rows: [Row]) throws(StoreError) -> [SubscriptionRow] {
        var all: [SubscriptionRow] = []
        for row in rows { all.append(try SubscriptionRow(row)) }
        return all
    }

    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        meterID = try row.integer("meter")
        let subscriber = Billing.Subscriber(
            number: try row.value("number") { try SubscriberNumber($0) },
            installation: try row.value("installation") { try InstallationNumber($0) },
            name: try row.text("name"), address: try row.text("address"),
            kind: try row.code("used_for"), paymentScheme: try row.code("payment"))
        let meter = Billing.Meter(
            serial: try row.optionalText("serial") == nil ? nil : try row.value("serial") { try MeterSerial($0) },
            gClass: try row.text("g_class"), pressureMillibar: Int(try row.integer("pressure_mbar")),
            multiplier: MeterMultiplier(thousandths: try row.integer("multiplier_thousandths")),
            wheels: Int(try row.integer("wheels")), decimals: Int(try row.integer("decimals")))
        subscription = Subscription(
            subscriber: subscriber, meter: meter, region: try row.text("region"), tariff: try row.text("tariff"),
            language: try row.text("language"))
    }
}
