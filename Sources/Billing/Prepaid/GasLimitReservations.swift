public import Quantities

/// A month's limit of one card, of which desks reserve a part before they sell, so that two at once cannot exceed it. [104]
///
/// reserve → confirm, or release; what is not confirmed in time falls back. Every call has the key of its sale: told again it
/// changes nothing. Time never goes back: of two moments the later one counts, whichever desk told it.
public struct GasLimitReservations: Hashable, Sendable {
    /// How far a sale is.
    public enum State: Hashable, Sendable {
        /// The volume is held until that moment; at the moment itself it is not any more.
        case reserved(until: CivilMoment)
        /// So much was sold; what was held beyond it is free again.
        case confirmed(MeterVolume)
        /// The sale was given up.
        case released
    }

    /// What a desk holds.
    public struct Reservation: Hashable, Sendable {
        /// What the desk asked for.
        public let wanted: MeterVolume
        /// What it got: no more than was free.
        public let granted: MeterVolume
        /// How far the sale is.
        public internal(set) var state: State
    }

    /// The month.
    public let month: CivilMonth
    /// The most that may be sold in it.
    public let limit: MeterVolume
    /// What was sold in it before the first reservation.
    public let soldBefore: MeterVolume
    /// The latest moment that was told.
    public private(set) var now: CivilMoment?
    private var reservations: [LedgerKey: Reservation] = [:]

    /// A month's limit of which `soldBefore` was sold; throws `outOfBounds` for a negative volume.
    public init(month: CivilMonth, limit: MeterVolume, soldBefore: MeterVolume = .zero) throws(PrepaidError) {
        guard limit >= .zero else { throw .outOfBounds(.monthlyLimit) }
        guard soldBefore >= .zero else { throw .outOfBounds(.soldBefore) }
        self.month = month
        self.limit = limit
        self.soldBefore = soldBefore
    }

    /// What a sale holds, if it asked.
    public func reservation(_ key: LedgerKey) -> Reservation? { reservations[key] }

    /// What is free at a moment, or at the latest one told where that is later; never below zero.
    public func free(at moment: CivilMoment) -> MeterVolume {
        let moment = max(moment, now ?? moment)
        var taken = Int128(soldBefore.litres)
        for (_, reservation) in reservations {
            switch reservation.state {
            case .confirmed(let sold): taken += Int128(sold.litres)
            case .reserved(let until) where moment < until: taken += Int128(reservation.granted.litres)
            case .reserved, .released: break
            }
        }
        // At most the limit, and at least zero.
        return MeterVolume(litres: Int64(max(0, Int128(limit.litres) - taken)))
    }

    /// Holds `wanted`, or what is free of it, for the sale under `key` until `expiry`; the same again gives the same.
    ///
    /// The sale is made with what was granted as its limit (`PrepaidSale`). Throws `outOfBounds` for a negative volume,
    /// `otherMonth`, `expiryNotLater`, and `keyTaken` where the key asked for another volume.
    @discardableResult
    public mutating func reserve(
        _ wanted: MeterVolume, for key: LedgerKey, at moment: CivilMoment, until expiry: CivilMoment
    ) throws(ReservationError) -> Reservation {
        guard wanted >= .zero else { throw .outOfBounds }
        if let known = reservations[key] {
            guard known.wanted == wanted else { throw .keyTaken }
            advance(to: moment)
            return known
        }
        guard moment.date.civilMonth == month else { throw .otherMonth(month) }
        let moment = advance(to: moment)
        guard moment < expiry else { throw .expiryNotLater }
        let reservation = Reservation(
            wanted: wanted, granted: min(wanted, free(at: moment)), state: .reserved(until: expiry))
        reservations[key] = reservation
        return reservation
    }

    /// The sale was made: `sold`, at most what was granted, counts for good; the same again changes nothing.
    ///
    /// Throws `unknownKey`, `expired` and `released` where nothing is held any more, `moreThanGranted`, and
    /// `confirmedOtherwise` where another volume was confirmed.
    public mutating func confirm(
        _ key: LedgerKey, sold: MeterVolume, at moment: CivilMoment
    ) throws(ReservationError) {
        guard let reservation = reservations[key] else { throw .unknownKey }
        let moment = advance(to: moment)
        switch reservation.state {
        case .confirmed(let before): guard before == sold else { throw .confirmedOtherwise(before) }
        case .released: throw .released
        case .reserved(let until):
            guard moment < until else { throw .expired(until) }
            guard sold >= .zero else { throw .outOfBounds }
            guard sold <= reservation.granted else { throw .moreThanGranted(reservation.granted) }
            reservations[key]?.state = .confirmed(sold)
        }
    }

    /// The sale was given up, and what it held is free; the same again changes nothing.
    ///
    /// Throws `unknownKey`, and `confirmedOtherwise` where the sale was made: that is a reversal's matter.
    public mutating func release(_ key: LedgerKey, at moment: CivilMoment) throws(ReservationError) {
        guard let reservation = reservations[key] else { throw .unknownKey }
        advance(to: moment)
        if case .confirmed(let sold) = reservation.state { throw .confirmedOtherwise(sold) }
        reservations[key]?.state = .released
    }

    /// Takes notice of a moment; the latest one.
    @discardableResult
    private mutating func advance(to moment: CivilMoment) -> CivilMoment {
        let latest = max(moment, now ?? moment)
        now = latest
        return latest
    }
}

/// Why a part of the limit is not reserved, confirmed or released.
public enum ReservationError: Error, Hashable, Sendable {
    /// A volume is below zero.
    case outOfBounds
    /// The limit is that month's; take the right one.
    case otherMonth(CivilMonth)
    /// The reservation would be over before it began.
    case expiryNotLater
    /// The same key asked for another volume before; a sale has a key of its own.
    case keyTaken
    /// Nothing was reserved under that key.
    case unknownKey
    /// The reservation ended at that moment: reserve anew, under a new key.
    case expired(CivilMoment)
    /// The sale was given up before.
    case released
    /// More was sold than was granted; that much was.
    case moreThanGranted(MeterVolume)
    /// The sale was confirmed before, with that volume.
    case confirmedOtherwise(MeterVolume)
}
