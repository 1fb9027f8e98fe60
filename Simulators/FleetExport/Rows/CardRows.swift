import FleetSimulator
import MeterCore

/// Writes what customers of a prepaid meter wished, what cards brought back, and what really happened.
struct CardRows {
    let fleet: PlannedFleet
    let dates: DateTexts

    /// - Parameters:
    ///   - course: the meter.
    ///   - prepaid: its course at the plan's end.
    ///   - text: where the rows go.
    func write(_ course: MeterCourse, _ prepaid: PrepaidCourse, into text: inout ChunkText) {
        let installation = fleet.installation(of: course.number)
        for visit in prepaid.visits {
            text[.wishes].add(course.number)
            text[.wishes].add(installation)
            text[.wishes].add(visit.number)
            text[.wishes].add(hour: visit.hour, dates)
            text[.wishes].add(visit.card)
            text[.wishes].add(visit.wish / 1_000)
            text[.wishes].end()
            writeCard(visit, course.number, into: &text[.cards])
            writeTruth(visit, course.number, into: &text[.truthCards])
        }
    }

    private func writeCard(_ visit: PrepaidVisit, _ meter: Int, into text: inout TableText) {
        text.add(meter)
        text.add(visit.number)
        text.add(hour: visit.hour, dates)
        text.add(Int(visit.loadNumber))
        text.add(visit.wish / 1_000)
        if let card = visit.outcome.card, let back = card.readBack {
            text.add(Int(back.litres))
            // Cut towards zero, as the meter shows it.
            text.add(back.credit / 1_000)
            text.add(Int(back.loadNumber))
            text.add(Int(back.flags.rawValue))
            text.add(seconds: back.time, dates)
            text.add(Int(back.refusal?.rawValue ?? 0))
            let bytes = card.bytes
            text.add(hexadecimal: bytes.indices.map { bytes[$0] })
        } else {
            text.skip(7)
        }
        text.end()
    }

    private func writeTruth(_ visit: PrepaidVisit, _ meter: Int, into text: inout TableText) {
        text.add(meter)
        text.add(visit.number)
        text.add(visit.outcome.mishap.map { $0.name } ?? "")
        text.add(visit.outcome.answers.map { String($0?.rawValue ?? 0) }.joined(separator: "+"))
        text.add(visit.creditBefore / 1_000)
        text.add(visit.creditAfter / 1_000)
        text.end()
    }
}
