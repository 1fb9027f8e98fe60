import FleetSimulator
import MeterCore

/// Writes the rows of every full hour: the end of each hour of the plan.
struct HourRows {
    let fleet: PlannedFleet
    let dates: DateTexts

    func write(_ meters: Range<Int>, into text: inout ChunkText) {
        let hours = fleet.plan.hours
        let archive = ArchiveRows(dates: dates)
        for meter in meters {
            var course = MeterCourse(meter, of: fleet)
            for number in hours.lowerBound.number + 1...hours.upperBound.number {
                let shown = course.shown(at: FleetHour(number: number))
                text[.hourlyReadings].add(meter)
                text[.hourlyReadings].add(hour: shown.hour, dates)
                text[.hourlyReadings].add(shown.index)
                text[.hourlyReadings].end()
                text[.hourlyTruth].add(meter)
                text[.hourlyTruth].add(hour: shown.hour, dates)
                text[.hourlyTruth].add(shown.counted)
                text[.hourlyTruth].end()
            }
            guard course.kind == .corrector else { continue }
            var corrector = CorrectorCourse(meter, of: fleet, keeping: [.hourly])
            corrector.advance(to: hours.upperBound) {
                archive.write($1, $0, of: meter, into: &text[.correctorArchive])
            }
        }
    }
}
