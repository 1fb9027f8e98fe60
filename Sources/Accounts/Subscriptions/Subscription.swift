package import Billing

/// What the utility knows of whom it bills at one place: the subscriber, the meter that hangs there, the terms.
package struct Subscription: Hashable, Sendable {
    package let subscriber: Billing.Subscriber
    package let meter: Billing.Meter
    /// The region whose gas flows there, by its name in the policies.
    package let region: String
    /// The tariff, by its name in the policies.
    package let tariff: String
    /// `tr` or `en`.
    package let language: String

    package init(
        subscriber: Billing.Subscriber, meter: Billing.Meter, region: String, tariff: String, language: String
    ) {
        self.subscriber = subscriber
        self.meter = meter
        self.region = region
        self.tariff = tariff
        self.language = language
    }

    /// The same with another meter.
    func with(_ meter: Billing.Meter) -> Subscription {
        Subscription(subscriber: subscriber, meter: meter, region: region, tariff: tariff, language: language)
    }
}

/// A subscription with the keys of its rows.
struct SubscriptionRow: Sendable {
    let id: Int64
    let meterID: Int64
    let subscription: Subscription
}
