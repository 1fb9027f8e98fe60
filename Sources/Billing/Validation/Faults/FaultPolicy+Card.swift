public import Quantities

/// A load of gas onto a card, as the office has it.
public struct CardLoad: Hashable, Sendable {
    /// The load's number, by which a meter takes it once.
    public let number: Int64
    /// The day of the sale.
    public let date: CivilDate
    /// The gas that was put on the card; `nil` for money, whose gas depends on the price at which it is used.
    public let volume: MeterVolume?

    /// A load.
    public init(number: Int64, date: CivilDate, volume: MeterVolume?) {
        self.number = number
        self.date = date
        self.volume = volume
    }
}

/// Something that happened to the cards of one meter.
public enum CardEvent: Hashable, Sendable {
    /// A card was made, by its number.
    case issued(card: Int64)
    /// A card came back to the office with what the meter holds.
    case readBack(card: Int64)
    /// Gas was loaded onto a card.
    case load(card: Int64)
}

// Faults of prepaid meters: what cards, credits and read-backs show. Credits are m3 on the meter.
extension FaultPolicy {
    /// Faults 8 to 15 and 17: what a card that comes back from its meter says, beside what it said before and what was sold.
    ///
    /// - Parameters:
    ///   - now: what the card brings.
    ///   - before: what it brought the last time, of the same meter; `nil` for the first time, and after an exchange.
    ///   - loads: what was sold for that meter, the oldest first.
    ///   - limits: how far the credit may go.
    /// - Returns: the flags, each once.
    public func readBack(
        _ now: CardReport, before: CardReport?, loads: [CardLoad], _ limits: CreditLimits
    ) -> [FaultFlag] {
        var flags = reported(now.status)
        if let refusal = now.refusal, let flag = refused(refusal, status: now.status) { flags.append(flag) }
        if isTakingLoads(now), now.refusal ?? .card == .card {
            flags += refusedLoads(loads, taken: now.taken, readBackOn: now.day)
        }
        flags += [
            credit(of: now, limits), clock(now.clock), before.flatMap { unsoldCredit(now, since: $0, loads) },
            before.flatMap { valveStuckClosed(now, since: $0) },
        ].compactMap { $0 }
        var seen: Set<MeterFault> = []
        return flags.filter { seen.insert($0.fault).inserted }
    }

    /// Fault 11: the same load number twice, of which a meter takes one.
    ///
    /// Two loads of one amount are none.
    public func repeatedLoads(_ loads: [CardLoad]) -> [FaultFlag] {
        var seen: Set<Int64> = []
        return loads.filter { !seen.insert($0.number).inserted }.map {
            FaultFlag(.cardLoad, [.init(.orderNumber, DecimalFigure($0.number))])
        }
    }

    /// Fault 11: loads sold before the day of a read-back that the meter had not taken by then.
    ///
    /// `taken` is the highest load number that the meter reports. A load of the very day may be on its way home.
    public func refusedLoads(_ loads: [CardLoad], taken: Int64, readBackOn day: CivilDate) -> [FaultFlag] {
        loads.filter { $0.number > taken && $0.date < day }.map {
            FaultFlag(.cardLoad, [.init(.orderNumber, DecimalFigure($0.number))])
        }
    }

    /// What a meter's own reason for a refusal is a fault of; an opened case or an empty battery refuses every card.
    public func refused(_ refusal: CardRefusal, status: MeterStatus = []) -> FaultFlag? {
        switch refusal {
        case .caseOpened: FaultFlag(.sealBroken)
        case .batteryDead: FaultFlag(.battery)
        // The desk sells no more than fits: it was put in twice, or loaded on two cards.
        case .overMaximum: FaultFlag(.cardLoad)
        case .card: status.isDisjoint(with: .closingValves) ? FaultFlag(.cardLoad) : nil
        }
    }

    /// Fault 11: more credit than the last one, the loads taken since and the gas counted since come to.
    ///
    /// Less is no flag of its own: the load that was not taken is.
    public func unsoldCredit(_ now: CardReport, since before: CardReport, _ loads: [CardLoad]) -> FaultFlag? {
        guard before.taken <= now.taken, before.register <= now.register else { return nil }
        let taken = loads.filter { before.taken < $0.number && $0.number <= now.taken }
        guard loads.allSatisfy({ $0.volume != nil }) else { return nil }
        let bought = taken.reduce(Int128(before.credit.litres)) { $0 + Int128($1.volume?.litres ?? 0) }
        let due = bought - (Int128(now.register.litres) - Int128(before.register.litres))
        guard Int128(now.credit.litres) - due > Int128(mostUnsoldLitres) else { return nil }
        return FaultFlag(
            .cardLoad,
            [
                .init(.orderNumber, DecimalFigure(now.taken)),
                .init(.cardCredit, .cubicMetres(Int128(now.credit.litres))), .init(.creditLimit, .cubicMetres(due)),
            ])
    }

    /// Faults 12, 14 and 15 by the credit that a meter reports; each limit itself is allowed.
    ///
    /// The valve closes at zero, or at the limit of the emergency credit once the customer has asked for that: below it
    /// the valve stayed open, down to it is gas on tick, and above the cap more was loaded than may be.
    public func credit(of report: CardReport, _ limits: CreditLimits) -> FaultFlag? {
        let credit = report.credit
        let figure = DerivationStep.Operand(.cardCredit, .cubicMetres(Int128(credit.litres)))
        let isOnTick = report.status.contains(.emergencyCredit)
        let lowest = isOnTick ? -Int128(max(limits.emergency.litres, 0)) : 0
        if Int128(credit.litres) < lowest {
            return FaultFlag(.valveStuckOpen, [figure, .init(.creditLimit, .cubicMetres(lowest))])
        }
        if credit < .zero { return FaultFlag(.negativeCredit, [figure, .init(.creditLimit, .cubicMetres(lowest))]) }
        guard let cap = limits.cap, credit > cap else { return nil }
        return FaultFlag(.excessCredit, [figure, .init(.creditLimit, .cubicMetres(Int128(cap.litres)))])
    }

    /// Fault 13: who comes back on another day with credit on the meter, and nothing counted since, has no gas.
    ///
    /// An empty flat looks the same to the registers, and a counter that stands, too: but from those nobody comes. A case that
    /// was opened and an empty battery close the valve by themselves.
    public func valveStuckClosed(_ now: CardReport, since before: CardReport) -> FaultFlag? {
        guard before.day < now.day, before.register == now.register, before.credit > .zero, now.credit > .zero,
            now.taken > before.taken, isTakingLoads(now)
        else { return nil }
        return FaultFlag(.valveStuckClosed, [.init(.cardCredit, .cubicMetres(Int128(now.credit.litres)))])
    }

    /// Whether a meter may have let nothing through for a while when its customer comes: with nothing left on it, with a
    /// closed valve, or with a card that says nothing of it, long after the period began.
    ///
    /// What was used in such a period is compared with no other year.
    public func mayHaveStood(_ report: CardReport?, since begin: CivilDate, on day: CivilDate) -> Bool {
        guard let report else { return begin.days(until: day) > mostEmptyDays }
        return report.credit <= .zero || !report.status.isDisjoint(with: .closingValves)
    }

    /// Whether the meter would take a load: an opened case or an empty battery refuses every card.
    private func isTakingLoads(_ report: CardReport) -> Bool {
        report.status.isDisjoint(with: .closingValves)
    }

    /// Fault 16: gas was loaded onto a later card that has not brought back what the meter holds.
    ///
    /// The first card of a meter has nothing to bring back.
    public func lostCard(_ events: [CardEvent]) -> FaultFlag? {
        var (cards, unread): (Int, Int64?) = (0, nil)
        for event in events {
            switch event {
            case .issued(let card):
                unread = cards > 0 ? card : nil
                cards += 1
            case .readBack(let card): if card == unread { unread = nil }
            case .load(let card):
                if card == unread { return FaultFlag(.lostCard, [.init(.orderNumber, DecimalFigure(card))]) }
            }
        }
        return nil
    }
}
