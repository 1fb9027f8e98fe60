import Billing
import Quantities

// Faults that readings show with history and neighbours: as `Accounts` flags them, over this state.
extension CoreShard {
    func faultFlags(
        _ question: PlausibilityQuestion, _ assessment: PlausibilityAssessment, _ place: Int,
        _ limits: PlausibilityPolicy
    ) -> [FaultFlag] {
        guard question.exchanges.isEmpty else { return [] }
        var flags = [policy.rollover(assessment)].compactMap { $0 }
        let (first, last) = (question.first, question.last)
        let account = accounts[place]
        if last.index.value > first.index.value, account.unbilled.isEmpty { return flags }
        if last.index.value == first.index.value { flags += standing(question, place) }
        let readings = [first] + account.unbilled.filter { $0.date < last.date } + [last]
        if let flag = policy.reverseFlow(readings: readings, of: question.meter, limits) { flags.append(flag) }
        if let flag = policy.slippingWheel(readings: readings, asked: question, limits) { flags.append(flag) }
        return flags
    }

    /// Faults 1 and 13: nothing was used while the neighbours heat.
    private func standing(_ question: PlausibilityQuestion, _ place: Int) -> [FaultFlag] {
        let account = accounts[place]
        var periods = account.uses
        if let now = PastUse(from: question.first.date, through: question.last.date, volume: .zero) {
            periods.append(now)
        }
        let from = periods.last { $0.volume > .zero }?.through ?? question.first.date
        let peers = peerUse(of: place, from: from, through: question.last.date)
        var flags = [policy.stuckIndex(periods: periods, peers: peers, isActive: true)].compactMap { $0 }
        if let card = account.card,
            let flag = policy.valveStuckClosed(
                credit: card.reportedCredit, periods: periods, peers: peers, isActive: true)
        {
            flags.append(flag)
        }
        return flags
    }

    /// What the nearest meters of the same group used between two days, those whose readings say so.
    private func peerUse(of place: Int, from: CivilDate, through: CivilDate) -> [MeterVolume] {
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

    /// Fault 25: readings of the batch that are held where they stand and would pass on each other's meter.
    mutating func flagSwapped(on day: CivilDate, _ flags: inout [FaultFlagged]) {
        let limits = PlausibilityPolicy.holding(on: day)
        for (place, one) in batch.held.enumerated() {
            for other in batch.held[..<place].suffix(policy.swapNeighbours) where other.account != one.account {
                guard let flag = policy.swapped(other.question, one.question, limits),
                    let mirror = policy.swapped(one.question, other.question, limits)
                else { continue }
                flags.append(self.flag(flag, accounts[other.account], on: day))
                flags.append(self.flag(mirror, accounts[one.account], on: day))
            }
        }
    }

    /// Faults that only months of use give away: each heating period beside last year's, the neighbours' weather taken out.
    mutating func compareUse(on day: CivilDate, _ answer: inout DayAnswer) {
        for (_, use) in batch.compared {
            if let permille = ComparedUse.permille(litres: use.litres, lastYear: use.lastYear, policy) {
                weather.add(permille, to: accounts[use.account].row.group)
            }
        }
        var medians: [Int: [Int64]] = [:]
        for (place, use) in batch.compared {
            let group = accounts[use.account].row.group
            let newest = medians[group] ?? weather.newest(of: group).sorted()
            medians[group] = newest
            guard case .billed(var period) = answer.outcomes[place] else { continue }
            accounts[use.account].compared.append(
                ComparedUse(
                    through: accounts[use.account].first.date, litres: use.litres, lastYear: use.lastYear,
                    neighboursPermille: newest, policy))
            if accounts[use.account].compared.count > policy.shortfallPeriods {
                accounts[use.account].compared.removeFirst()
            }
            guard let permille = policy.usePermille(of: accounts[use.account].compared) else { continue }
            period.usePermille = Int32(clamping: permille)
            answer.outcomes[place] = .billed(period)
            if let flag = policy.shortfall(accounts[use.account].compared) {
                answer.flags.append(self.flag(flag, accounts[use.account], on: day))
            }
        }
    }
}
