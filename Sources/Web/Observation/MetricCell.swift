internal import Metrics
internal import Synchronization

/// What kind of metric a family is.
package enum MetricKind: String, Sendable { case counter, gauge, histogram }

/// A value as it stands when it is asked for.
package enum MetricValue: Sendable, Equatable {
    case number(Double)
    /// How many fell at or below each bound of `MetricCell.bounds`, how many in all, and their sum.
    case histogram(counts: [Int], count: Int, sum: Double)
}

/// One series: it takes whatever handler swift-metrics wants it to be.
final class MetricCell: Sendable, CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler,
    TimerHandler
{
    /// Upper bounds in seconds: from a fast answer to a slow photo.
    static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    private struct State {
        var number = 0.0
        var counts = [Int](repeating: 0, count: MetricCell.bounds.count)
        var count = 0
    }

    let kind: MetricKind
    private let state = Mutex(State())

    init(_ kind: MetricKind) { self.kind = kind }

    var value: MetricValue {
        state.withLock { state in
            kind == .histogram
                ? .histogram(counts: state.counts, count: state.count, sum: state.number) : .number(state.number)
        }
    }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { state.withLock { $0.number += amount } }
    func decrement(by amount: Double) { state.withLock { $0.number -= amount } }
    func reset() { state.withLock { $0 = State() } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0.number = value } }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard kind == .histogram else { return set(value) }
        state.withLock { state in
            state.count += 1
            state.number += value
            for (place, bound) in Self.bounds.enumerated() where value <= bound { state.counts[place] += 1 }
        }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func preferDisplayUnit(_ unit: TimeUnit) {}
}
