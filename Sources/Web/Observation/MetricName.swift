/// How a metric of swift-metrics is called in Prometheus, and what it says.
enum MetricName {
    /// The name by the conventions of Prometheus: a counter ends in `_total`, a time in `_seconds`.
    static func exposed(_ label: String, _ kind: MetricKind) -> String {
        let name = sanitised(label)
        switch kind {
        case .counter where !name.hasSuffix("_total"): return name + "_total"
        case .histogram where !name.hasSuffix("_seconds"): return name + "_seconds"
        default: return name
        }
    }

    /// Letters, digits and underscores; what is none becomes an underscore.
    static func sanitised(_ text: String) -> String {
        var name = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9") where !name.isEmpty,
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "_"
            }
        }
        return name
    }

    static func help(_ name: String) -> String { helps[name] ?? "Counted where it happens; see its name." }

    private static let helps: [String: String] = [
        "intake_webhooks_total": "Webhooks by what became of them.",
        "intake_ack_seconds": "Time from a webhook's head to its 200, the sync of the disk included.",
        "inbox_oldest_seconds": "Age of the oldest webhook body that is not yet taken apart.",
        "jobs_dead_total": "Jobs that were given up, by queue; 'endeks jobs' lists them.",
        "jobs": "Jobs by queue and state: open ones wait or run, dead ones need a person.",
        "ocr_seconds": "Time that a photo was in a read worker.",
        "ocr_decisions_total": "Photos by what was decided of them.",
        "photos": "Photos by where they stand.",
        "review_open": "Photos that wait for a clerk.",
        "review_oldest_seconds": "Age of the photo that has waited longest for a clerk.",
        "wa_send_total": "Messages handed to WhatsApp, by the code of its answer.",
        "wa_window_closing": "Photos in review whose 24 hours for a free answer end within two hours.",
        "replies": "Messages that WhatsApp has taken.",
        "invoices_total": "Invoices issued.",
        "invoices": "Invoices in the books.",
        "readings": "Readings in the books.",
        "subscribers": "Subscribers in the books.",
        "commit_seconds": "Time of a commit, the sync of the disk included.",
        "http_slow_connections_total": "Connections that were closed because the client was too slow.",
        "hb_requests_total": "Requests by route, method and status.",
        "hb_request_errors_total": "Requests that ended in an error, by route, method and status.",
        "http_server_request_duration_seconds": "Time from a request's head to the end of its answer.",
        "http_server_active_requests": "Requests under way.",
        "review_decisions_total": "Decisions of clerks that took effect, by outcome.",
        "wa_sender_stopped":
            "1 while nothing is sent: a refused token or account, or no phone-number-id.",
        "intake_events_failed_total": "Messages and statuses of a webhook that could not be taken in.",
        "intake_webhooks_unreadable_total": "Signed webhooks that are no JSON that we take.",
        "intake_parts_ignored_total": "Parts of webhooks that are of no concern to us.",
        "media_fetches_total": "Photos asked for at WhatsApp, by result.",
        "process_start_time_seconds": "When the service began, in seconds since 1970.",
        "process_resident_memory_bytes": "Memory of the service, its workers apart.",
        "process_open_fds": "Files and sockets that the service has open.",
    ]
}
