package import NIOCore

/// How long a client may take, and how many may be connected; a client that dawdles costs the others nothing.
package struct ConnectionLimits: Sendable {
    /// From the connection to the end of its first request's head.
    package var head: TimeAmount = .seconds(10)
    /// From the end of a head to the end of its body.
    package var body: TimeAmount = .seconds(30)
    /// From the end of a request until its answer is written, the time that the answer takes to make included.
    package var answer: TimeAmount = .seconds(60)
    /// Between two requests of a connection, the head of the second included.
    package var idle: TimeAmount = .seconds(30)
    /// After a stop began: a request that is under way may end until then.
    package var stop: TimeAmount = .seconds(4)
    /// More of a body than this is not even thrown away.
    package var bodyBytes = 32 << 20
    /// Above so many connections, the one that has kept us waiting longest gives way to the new one.
    package var connections = 1024

    package init() {}
}
