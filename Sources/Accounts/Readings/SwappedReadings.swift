import Billing
import Quantities
import Storage

extension Statements {
    /// Flags readings of a run that the rules hold where they stand and would let pass on each other's meter (25).
    func flagSwapped(_ results: inout [RunResult], on day: CivilDate) throws(StoreError) {
        var (places, held): ([Int], [(connection: SubscriberNumber, question: PlausibilityQuestion)]) = ([], [])
        for (place, result) in results.enumerated() {
            guard case .held(.notPlausible) = result.outcome else { continue }
            let reading = result.reading
            let candidate = ReadingCandidate(
                subscriber: reading.subscriber, index: reading.index, date: reading.date,
                origin: .round(confirmedBy: nil))
            guard let found = try heldQuestion(of: candidate, on: day) else { continue }
            places.append(place)
            held.append((reading.subscriber, found.1))
        }
        for found in FaultPolicy().swapped(among: held, PlausibilityPolicy.holding(on: day)) {
            results[places[found.place]].flags.append(found.flag)
        }
    }
}
