import Billing
import Quantities

// Faults that readings show with history and neighbours: the comparisons are Billing's, the books these.
extension CoreShard {
    func faultFlags(
        _ question: PlausibilityQuestion, _ assessment: PlausibilityAssessment, _ place: Int,
        _ limits: PlausibilityPolicy
    ) -> [FaultFlag] {
        policy.counterFaults(
            question, assessment, in: ShardCounterBooks(accounts: accounts, place: place, policy: policy), limits)
    }

    /// Fault 25: readings of the batch that are held where they stand and would pass on each other's meter.
    func flagSwapped(on day: CivilDate, _ flags: inout [FaultFlagged]) {
        for found in policy.swapped(among: batch.held, PlausibilityPolicy.holding(on: day)) {
            flags.append(flag(found.flag, accounts[batch.held[found.place].connection], on: day))
        }
    }

    /// Faults that only months of use give away: each heating period beside last year's, the neighbours' weather taken out.
    mutating func compareUse(on day: CivilDate, _ answer: inout DayAnswer) {
        for (_, place, use) in batch.compared { weather.add(use, of: accounts[place].row.group) }
        for (outcome, place, use) in batch.compared {
            let account = accounts[place]
            guard case .billed(var period) = answer.outcomes[outcome] else { continue }
            account.compared.append(weather.compared(use, of: account.row.group))
            if account.compared.count > policy.shortfallPeriods { account.compared.removeFirst() }
            guard let permille = policy.usePermille(of: account.compared) else { continue }
            period.usePermille = Int32(clamping: permille)
            answer.outcomes[outcome] = .billed(period)
            if let flag = policy.shortfall(account.compared) {
                answer.flags.append(self.flag(flag, account, on: day))
            }
        }
    }
}

/// What a shard's accounts know of a counter.
private struct ShardCounterBooks: CounterBooks {
    let accounts: [CoreAccount]
    let place: Int
    let policy: FaultPolicy

    func hasUnbilled(after day: CivilDate) -> Bool { !accounts[place].unbilled.isEmpty }

    func readings(through last: MeterReading) -> [MeterReading] {
        let account = accounts[place]
        return [account.beforeFirst, account.first].compactMap { $0 }
            + account.unbilled.filter { $0.date < last.date } + [last]
    }

    func uses(through last: MeterReading) -> [PastUse] {
        let account = accounts[place]
        return account.uses + PastUse.between([account.first, last], multiplier: account.meter.multiplier)
    }

    /// The nearest meters of the same group, whose numbers go along the streets.
    func peerUse(from: CivilDate, through: CivilDate) -> [MeterVolume] {
        var volumes: [MeterVolume] = []
        var asked = 0
        for distance in 1...Int(policy.peerDistance) {
            for other in [place - distance, place + distance] where accounts.indices.contains(other) {
                guard asked < policy.mostPeers else { return volumes }
                guard accounts[other].row.group == accounts[place].row.group else { continue }
                asked += 1
                if let used = accounts[other].uses.peerUse(from: from, through: through, policy) {
                    volumes.append(used)
                }
            }
        }
        return volumes
    }
}
