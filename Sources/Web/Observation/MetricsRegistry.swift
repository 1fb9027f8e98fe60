package import Metrics
internal import Synchronization

/// Keeps what swift-metrics is told and prints it in the text form of Prometheus.
package final class MetricsRegistry: MetricsFactory {
    private struct Key: Hashable {
        let name: String
        let labels: [String]

        init(_ name: String, _ dimensions: [(String, String)]) {
            self.name = name
            labels = dimensions.map { "\($0)=\($1)" }.sorted()
        }
    }

    private struct Entry {
        let name: String
        let labels: [MetricLabel]
        let cell: MetricCell
    }

    private let entries = Mutex<[Key: Entry]>([:])

    package init() {}

    /// The metrics as families, in the order of their names.
    package func families() -> [MetricFamily] {
        let all = entries.withLock { Array($0.values) }
        return Dictionary(grouping: all, by: \.name).sorted { $0.key < $1.key }.map { name, entries in
            MetricFamily(
                name: name, kind: entries.first?.cell.kind ?? .gauge,
                series: entries.map { MetricSeries(labels: $0.labels, value: $0.cell.value) })
        }
    }

    private func cell(_ label: String, _ dimensions: [(String, String)], _ kind: MetricKind) -> MetricCell {
        let name = MetricName.exposed(label, kind)
        return entries.withLock { entries in
            let key = Key(name, dimensions)
            if let entry = entries[key] { return entry.cell }
            let labels = dimensions.map { MetricLabel(name: MetricName.sanitised($0), value: $1) }
            let entry = Entry(name: name, labels: labels, cell: MetricCell(kind))
            entries[key] = entry
            return entry.cell
        }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        cell(label, dimensions, .counter)
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        cell(label, dimensions, .counter)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        cell(label, dimensions, .gauge)
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        cell(label, dimensions, aggregate ? .histogram : .gauge)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        cell(label, dimensions, .histogram)
    }

    // A series that was there once stays: counters that vanish and come again at zero look like restarts.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
}
