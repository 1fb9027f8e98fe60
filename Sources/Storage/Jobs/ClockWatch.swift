/// Notices when the wall clock is put back, by a clock that never is.
package struct ClockWatch {
    /// Less than this is how clocks are kept right, and does no harm.
    private static let most = Duration.seconds(5)

    private var moment: Moment
    private var instant = ContinuousClock.now

    package init(now: Moment) { moment = now }

    /// By how much the clock was put back since the last look; nil where it was not.
    package mutating func putBack(now: TimeSource) -> Duration? {
        // The steady clock first: a pause of the process between the two then looks like one put forward.
        let steady = ContinuousClock.now
        let seen = now()
        let back = instant.duration(to: steady) - seen.since(moment)
        (moment, instant) = (seen, steady)
        return back > Self.most ? back : nil
    }
}
