/// Notices when the wall clock is put back, by a clock that never is.
package struct ClockWatch {
    /// Less than this is how clocks are kept right, and does no harm.
    private static let most = Duration.seconds(5)

    private var moment: Moment
    private var instant = ContinuousClock.now

    package init(now: Moment) { moment = now }

    /// By how much the clock was put back since the last look; nil where it was not.
    package mutating func putBack(now: Moment) -> Duration? {
        let passed = instant.duration(to: .now)
        let back = passed - now.since(moment)
        (moment, instant) = (now, .now)
        return back > Self.most ? back : nil
    }
}
