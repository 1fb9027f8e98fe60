public import Quantities

/// A load of gas onto a card, as the office has it.
public struct CardLoad: Hashable, Sendable {
    /// The load's number, by which a meter takes it once.
    public let number: Int64
    /// The day of the sale.
    public let date: CivilDate

    /// A load.
    public init(number: Int64, date: CivilDate) {
        self.number = number
        self.date = date
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

    /// Faults 12, 14 and 15 by the credit that a meter reports; each limit itself is allowed.
    ///
    /// Below what emergency credit allows the valve stayed open, down to that it is gas on tick, and above `cap` more was
    /// loaded than may be.
    public func credit(_ credit: MeterVolume, emergency: MeterVolume, cap: MeterVolume?) -> FaultFlag? {
        let figure = DerivationStep.Operand(.cardCredit, .cubicMetres(Int128(credit.litres)))
        let lowest = -Int128(max(emergency.litres, 0))
        if Int128(credit.litres) < lowest {
            return FaultFlag(.valveStuckOpen, [figure, .init(.creditLimit, .cubicMetres(lowest))])
        }
        if credit < .zero { return FaultFlag(.negativeCredit, [figure, .init(.creditLimit, .cubicMetres(lowest))]) }
        guard let cap, credit > cap else { return nil }
        return FaultFlag(.excessCredit, [figure, .init(.creditLimit, .cubicMetres(Int128(cap.litres)))])
    }

    /// Fault 13: nothing for more than thirty heating days with credit on the meter, while the peers heat.
    ///
    /// Figures alone cannot tell a closed valve from a stuck counter: of a prepaid meter both are flagged.
    public func valveStuckClosed(
        credit: MeterVolume, periods: [PastUse], peers: [MeterVolume], isActive: Bool
    ) -> FaultFlag? {
        guard credit > .zero else { return nil }
        return standing(.valveStuckClosed, periods: periods, peers: peers, isActive: isActive)
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
