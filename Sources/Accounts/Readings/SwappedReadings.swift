import Billing
import Quantities
import Storage

extension Statements {
    /// Flags readings of a run that the rules hold where they stand and would let pass on each other's meter (25).
    ///
    /// Each held reading is compared with the next few that are held: a reader who mixes two up does so on one stair.
    func flagSwapped(_ results: inout [RunResult], on day: CivilDate) throws(StoreError) {
        let (limits, policy) = (PlausibilityPolicy.holding(on: day), FaultPolicy())
        var held: [(place: Int, question: PlausibilityQuestion)] = []
        for (place, result) in results.enumerated() {
            guard case .held(.notPlausible) = result.outcome else { continue }
            let reading = result.reading
            let candidate = ReadingCandidate(
                subscriber: reading.subscriber, index: reading.index, date: reading.date,
                origin: .round(confirmedBy: nil))
            guard let found = try heldQuestion(of: candidate, on: day) else { continue }
            for other in held.suffix(policy.swapNeighbours) {
                guard results[other.place].reading.subscriber != reading.subscriber,
                    let flag = policy.swapped(other.question, found.1, limits),
                    let mirror = policy.swapped(found.1, other.question, limits)
                else { continue }
                results[other.place].flags.append(flag)
                results[place].flags.append(mirror)
            }
            held.append((place, found.1))
        }
    }
}
