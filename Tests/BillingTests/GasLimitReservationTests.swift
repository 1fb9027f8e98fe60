import Billing
import Quantities
import Testing
import Trials

@Suite("Reservations of the monthly limit")
struct GasLimitReservationTests {
    private static func moment(_ second: Int) throws -> CivilMoment {
        try CivilMoment(CivilDate(shipped: 2026, 2, 10 + second / 86_400), secondOfDay: second % 86_400)
    }

    private static func litres(_ litres: Int64) -> MeterVolume { MeterVolume(litres: litres) }

    private static func key(_ name: String) -> LedgerKey { LedgerKey(.cardSale, name) }

    private func month(sold: Int64 = 0) throws -> GasLimitReservations {
        try GasLimitReservations(
            month: CivilMonth(iso8601: "2026-02"), limit: Self.litres(100_000), soldBefore: Self.litres(sold))
    }

    @Test("Of two desks that sell at once the second gets what the first left, and a sale given up frees its part")
    func twoDesks() throws {
        var month = try month(sold: 10_000)
        let (a, b, c) = (Self.key("A"), Self.key("B"), Self.key("C"))
        // 100 − 10 sold before = 90: 60 to A, so 30 of B's 60.
        #expect(
            try month.reserve(Self.litres(60_000), for: a, at: Self.moment(0), until: Self.moment(600)).granted
                == Self.litres(60_000))
        #expect(
            try month.reserve(Self.litres(60_000), for: b, at: Self.moment(1), until: Self.moment(601)).granted
                == Self.litres(30_000))
        try month.confirm(a, sold: Self.litres(45_000), at: Self.moment(20))
        #expect(try month.free(at: Self.moment(20)) == Self.litres(15_000))  // 90 − 45 − 30
        try month.release(b, at: Self.moment(21))
        #expect(try month.free(at: Self.moment(21)) == Self.litres(45_000))
        #expect(throws: ReservationError.released) {
            try month.confirm(b, sold: Self.litres(1), at: Self.moment(22))
        }
        #expect(throws: ReservationError.unknownKey) { try month.release(c, at: Self.moment(22)) }
        #expect(throws: ReservationError.confirmedOtherwise(Self.litres(45_000))) {
            try month.release(a, at: Self.moment(22))
        }
    }

    @Test("A reservation is over at its moment: what it held is free, and it cannot be confirmed any more")
    func expiry() throws {
        var month = try month()
        let a = Self.key("A")
        try month.reserve(Self.litres(80_000), for: a, at: Self.moment(0), until: Self.moment(600))
        #expect(try month.free(at: Self.moment(599)) == Self.litres(20_000))
        #expect(try month.free(at: Self.moment(600)) == Self.litres(100_000))
        var early = month
        try early.confirm(a, sold: Self.litres(80_000), at: Self.moment(599))
        #expect(throws: ReservationError.expired(try Self.moment(600))) {
            try month.confirm(a, sold: Self.litres(80_000), at: Self.moment(600))
        }
        // A clock that is behind does not bring it back.
        #expect(throws: ReservationError.expired(try Self.moment(600))) {
            try month.confirm(a, sold: Self.litres(80_000), at: Self.moment(10))
        }
    }

    @Test("A key told again changes nothing; with another volume it is refused")
    func keys() throws {
        var month = try month()
        let a = Self.key("A")
        let first = try month.reserve(Self.litres(50_000), for: a, at: Self.moment(0), until: Self.moment(600))
        let before = month
        #expect(try month.reserve(Self.litres(50_000), for: a, at: Self.moment(0), until: Self.moment(600)) == first)
        #expect(month == before)
        #expect(throws: ReservationError.keyTaken) {
            try month.reserve(Self.litres(50_001), for: a, at: Self.moment(0), until: Self.moment(600))
        }
        #expect(throws: ReservationError.moreThanGranted(Self.litres(50_000))) {
            try month.confirm(a, sold: Self.litres(50_001), at: Self.moment(1))
        }
        try month.confirm(a, sold: Self.litres(50_000), at: Self.moment(1))
        // Told again after the moment at which it would have been over.
        try month.confirm(a, sold: Self.litres(50_000), at: Self.moment(700))
        #expect(throws: ReservationError.confirmedOtherwise(Self.litres(50_000))) {
            try month.confirm(a, sold: Self.litres(1), at: Self.moment(700))
        }
        #expect(throws: ReservationError.otherMonth(month.month)) {
            try month.reserve(
                Self.litres(1), for: Self.key("B"), at: CivilMoment(CivilDate(shipped: 2026, 3, 1), secondOfDay: 0),
                until: CivilMoment(CivilDate(shipped: 2026, 3, 2), secondOfDay: 0))
        }
        #expect(throws: ReservationError.expiryNotLater) {
            try month.reserve(Self.litres(1), for: Self.key("B"), at: Self.moment(700), until: Self.moment(700))
        }
    }

    // Mutation tried: `free` that leaves out what is reserved and not confirmed, as two desks without reservations do; this
    // fails, more could be sold than the limit.
    @Test(
        "Whatever desks do, in whatever order, with clocks apart and calls repeated, no more than the limit is ever held or sold"
    )
    func interleavings() {
        var (sold, cut, over) = (0, 0, 0)
        forAll("reservations", seed: 104) { generator in
            let limit = generator.integer(in: 0...100_000)
            var month = try GasLimitReservations(
                month: CivilMonth(iso8601: "2026-02"), limit: Self.litres(limit),
                soldBefore: Self.litres(generator.integer(in: 0...limit)))
            // Each desk sells one card after the other; the sales of all are told in any order.
            var scripts: [[(LedgerKey, Int64, isGivenUp: Bool)]] = []
            for desk in 0..<generator.count(in: 2...4) {
                var sales: [(LedgerKey, Int64, isGivenUp: Bool)] = []
                for sale in 0..<generator.count(in: 1...3) {
                    sales.append((Self.key("\(desk)/\(sale)"), generator.integer(in: 0...60_000), generator.oneIn(4)))
                }
                scripts.append(sales)
            }
            generator.note("limit, sales", (limit, scripts))
            var (steps, clock) = (scripts.map { _ in 0 }, 1_000)
            var confirmed = month.soldBefore.litres
            while steps.indices.contains(where: { steps[$0] < 2 * scripts[$0].count }) {
                let open = steps.indices.filter { steps[$0] < 2 * scripts[$0].count }
                let desk = generator.element(of: open)
                clock += generator.count(in: 0...300)
                // A desk's clock is up to ten minutes off.
                let now = try Self.moment(clock + generator.count(in: 0...1_200) - 600)
                let (key, wanted, isGivenUp) = scripts[desk][steps[desk] / 2]
                let isRepeated = generator.oneIn(3)
                let until = try CivilMoment.later(now, by: generator.count(in: 1...900))
                for call in 0..<(isRepeated ? 2 : 1) {
                    let before = month
                    do {
                        if steps[desk] % 2 == 0 {
                            let got = try month.reserve(Self.litres(wanted), for: key, at: now, until: until)
                            try hold(got.granted.litres <= wanted, "more than wanted")
                            if call == 0, got.granted.litres < wanted { cut += 1 }
                        } else if isGivenUp {
                            try month.release(key, at: now)
                        } else if let granted = month.reservation(key)?.granted {
                            try month.confirm(key, sold: granted, at: now)
                            if call == 0 { (confirmed, sold) = (confirmed + granted.litres, sold + 1) }
                        }
                    } catch let error as ReservationError {
                        switch error {
                        case .expired, .expiryNotLater, .unknownKey: over += 1
                        default: try hold(false, "\(error)")
                        }
                    }
                    if call == 1 { try holdEqual(month, before, "told again") }
                }
                steps[desk] += 1
                try hold(confirmed <= limit, "sold \(confirmed) of \(limit)")
                // Whatever is held now could be confirmed now.
                var worst = month
                var all = confirmed
                for sale in scripts.flatMap({ $0 }) {
                    guard let held = worst.reservation(sale.0), case .reserved = held.state else { continue }
                    if (try? worst.confirm(sale.0, sold: held.granted, at: now)) != nil { all += held.granted.litres }
                }
                try hold(all <= limit, "\(all) of \(limit) could be sold")
                try hold(month.free(at: now) >= .zero)
            }
        }
        #expect(sold > 5_000 && cut > 1_000 && over > 500, "\(sold) sold, \(cut) cut, \(over) over")
    }
}

extension CivilMoment {
    /// The moment so many seconds later, within a month.
    fileprivate static func later(_ moment: CivilMoment, by seconds: Int) throws(ReservationError) -> CivilMoment {
        let total = moment.secondOfDay + seconds
        guard let date = try? moment.date.advanced(byDays: total / secondsPerDay),
            let later = try? CivilMoment(date, secondOfDay: total % secondsPerDay)
        else { throw .expiryNotLater }
        return later
    }
}
