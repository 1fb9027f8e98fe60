internal import Metrics

/// What became of a webhook, counted; and how long its answer took.
struct WebhookMeasures: Sendable {
    enum Result: String, CaseIterable {
        case stored, unsigned, tooLarge = "too_large", cut, unavailable, stopping, crowded
    }

    private let counters: [Result: Counter]
    private let acknowledgement = Timer(label: "intake_ack_seconds", dimensions: [("channel", "whatsapp")])

    init() {
        var counters: [Result: Counter] = [:]
        for result in Result.allCases {
            counters[result] = Counter(
                label: "intake_webhooks_total", dimensions: [("channel", "whatsapp"), ("result", result.rawValue)])
        }
        self.counters = counters
    }

    func count(_ result: Result) { counters[result]?.increment() }

    func acknowledged(in duration: Duration) {
        let (seconds, attoseconds) = duration.components
        acknowledgement.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
