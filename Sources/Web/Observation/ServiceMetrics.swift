internal import Accounts
package import Intake
package import Storage

/// Looks up what is not counted as it happens: how much waits, and since when.
package struct ServiceMetrics: Sendable {
    private let store: Store
    private let desk: ReviewDesk
    private let now: TimeSource

    package init(store: Store, desk: ReviewDesk, now: @escaping TimeSource) {
        self.store = store
        self.desk = desk
        self.now = now
    }

    /// The families as they stand now; without those of a database that cannot be read.
    package func families() async -> [MetricFamily] {
        let moment = now()
        let looked = try? await store.read { view in
            var families: [MetricFamily] = []
            func gauge(_ name: String, _ series: [([MetricLabel], Int)]) {
                families.append(
                    MetricFamily(
                        name: name, kind: .gauge,
                        series: series.map { MetricSeries(labels: $0.0, value: .number(Double($0.1))) }))
            }
            var jobs = try JobQueue.intake.map { queue in
                ([MetricLabel(name: "queue", value: queue.name), state("open")], try view.openJobs(in: queue))
            }
            jobs.append(([MetricLabel(name: "queue", value: "all"), state("dead")], try view.deadJobs()))
            gauge("jobs", jobs)
            let photos = try view.intakeCounts()
            gauge(
                "photos",
                [
                    ([state("received")], photos.received), ([state("accepted")], photos.accepted),
                    ([state("review")], photos.review), ([state("refused")], photos.refused),
                ])
            gauge("replies", [([], photos.replies)])
            let books = try view.accountCounts()
            gauge("subscribers", [([], books.subscribers)])
            gauge("readings", [([], books.readings)])
            gauge("invoices", [([], books.invoices)])
            gauge("inbox_oldest_seconds", [([], age(try view.oldestOpenJob(in: .inbox), moment))])
            return families
        }
        var families = looked ?? []
        if let summary = try? await desk.summary() { families.append(gauge("review_open", summary.open)) }
        if let pressure = try? await desk.pressure() {
            let seconds = pressure.oldest.map { max(0, Int($0.components.seconds)) } ?? 0
            families += [gauge("review_oldest_seconds", seconds), gauge("wa_window_closing", pressure.closing)]
        }
        return families
    }

    private func gauge(_ name: String, _ value: Int) -> MetricFamily {
        MetricFamily(name: name, kind: .gauge, series: [MetricSeries(value: .number(Double(value)))])
    }

    private func state(_ name: String) -> MetricLabel { MetricLabel(name: "state", value: name) }

    private func age(_ since: Moment?, _ now: Moment) -> Int {
        since.map { max(0, Int(now.since($0).components.seconds)) } ?? 0
    }
}
