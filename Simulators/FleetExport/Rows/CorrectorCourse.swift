import FleetSimulator
import MeterCore

/// A corrector through a plan, hour by hour, with the archives that it keeps.
struct CorrectorCourse {
    private(set) var run: CorrectorRun<IndicatedVolume, SiteGas>
    private var archives: [CorrectorArchive]

    /// A corrector with archives of some periods.
    init(_ meter: Int, of fleet: PlannedFleet, keeping periods: [ArchivePeriod]) {
        run = fleet.correctorRun(of: meter)
        let start = run.time.seconds
        archives = periods.map { CorrectorArchive(period: $0, at: start) }
    }

    /// Steps to an hour, and hands over each row of an archive as it is written.
    mutating func advance(to end: FleetHour, _ row: (ArchivePeriod, CorrectorRecord) -> Void) {
        // Each archive's newest row is taken out at once, so one is enough.
        var ring = [CorrectorRecord()]
        while run.hour < end {
            run.advance(to: run.hour.advanced(byHours: 1))
            let seconds = run.time.seconds
            for place in archives.indices {
                let before = archives[place].newest
                var span = ring.mutableSpan
                archives[place].follow(run.meter, until: seconds, into: &span)
                if archives[place].newest != before { row(archives[place].period, ring[0]) }
            }
        }
    }
}
