package import Logging
internal import Metrics
package import NIOCore
internal import Synchronization

/// Knows the connections of a server, so that one more can always be taken.
package final class ConnectionWatch: Sendable {
    /// What a client was too slow with.
    package enum Slow: String, Sendable {
        case head, body, answer, idle
        /// It gave way to a new connection.
        case crowded
    }

    private struct Connection: Sendable {
        let channel: any Channel
        /// Since when we wait for the client; nil while the client waits for us.
        var waiting: NIODeadline?
    }

    private struct State: Sendable {
        var connections: [ObjectIdentifier: Connection] = [:]
        var told: NIODeadline?
        var untold = 0
    }

    package let limits: ConnectionLimits
    private let server: String
    private let logger: Logger
    private let state = Mutex(State())

    package init(server: String, limits: ConnectionLimits, logger: Logger) {
        self.server = server
        self.limits = limits
        self.logger = logger
    }

    package func opened(_ channel: any Channel, at now: NIODeadline) {
        let leaving: (any Channel)? = state.withLock { state in
            var leaving: (any Channel)?
            if state.connections.count >= limits.connections {
                let slowest = state.connections.values.filter { $0.waiting != nil }
                    .min { ($0.waiting ?? now) < ($1.waiting ?? now) }
                // All of them wait for us: then the new one must go.
                leaving = slowest?.channel ?? channel
                if let leaving { state.connections[ObjectIdentifier(leaving)] = nil }
            }
            if leaving !== channel {
                state.connections[ObjectIdentifier(channel)] = Connection(channel: channel, waiting: now)
            }
            return leaving
        }
        guard let leaving else { return }
        tell(.crowded, at: now)
        leaving.close(promise: nil)
    }

    package func closed(_ channel: any Channel) {
        state.withLock { $0.connections[ObjectIdentifier(channel)] = nil }
    }

    /// From `since` on we wait for the client of this connection, or, nil, it waits for us.
    package func waits(_ channel: any Channel, since: NIODeadline?) {
        state.withLock { $0.connections[ObjectIdentifier(channel)]?.waiting = since }
    }

    package var count: Int { state.withLock { $0.connections.count } }

    /// Counts a client that was too slow, and tells staff at most once a minute: an attack must not fill the log.
    package func tell(_ slow: Slow, at now: NIODeadline) {
        // Every browser lets a connection idle; that is nothing to tell.
        guard slow != .idle else { return }
        Counter(label: "http_slow_connections_total", dimensions: [("server", server), ("part", slow.rawValue)])
            .increment()
        let others: Int? = state.withLock { state in
            if let told = state.told, now < told + .seconds(60) {
                state.untold += 1
                return nil
            }
            defer { state.untold = 0 }
            state.told = now
            return state.untold
        }
        guard let others else { return }
        logger.notice(
            "a client was too slow, its connection is closed",
            metadata: ["server": "\(server)", "part": "\(slow.rawValue)", "others_since_last": "\(others)"])
    }
}
