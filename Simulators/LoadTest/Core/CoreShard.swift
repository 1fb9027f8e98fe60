import Billing
package import Quantities

/// The books of one shard over the core library.
package struct CoreShard: BillingShard {
    let billing: CoreBilling
    let terms: BillingTerms
    let watched: Set<Int>
    let prefix: String
    let firstMeter: Int
    let policy = FaultPolicy()
    var accounts: [CoreAccount]
    var balances: StreamedBalances
    var gas: GasTables
    var sales: CardPrices
    var invoices = 0
    /// What the day's batch leaves for the comparisons between its meters.
    var batch = CoreBatch()
    var weather: NeighbourWeather<Int>

    init(_ opening: ShardOpening, _ billing: CoreBilling) throws {
        self.billing = billing
        terms = opening.terms
        watched = opening.watched
        prefix = CoreShard.prefix(opening.shard)
        firstMeter = opening.meters.first?.number ?? 0
        let terms = opening.terms
        accounts = try opening.meters.map { try CoreAccount($0, terms) }
        balances = StreamedBalances(count: accounts.count)
        gas = GasTables(terms)
        weather = NeighbourWeather(policy)
        sales = CardPrices(terms)
        for (place, account) in accounts.enumerated() where account.row.number != firstMeter + place {
            throw AdapterError("the meters of a shard are numbered without a gap")
        }
    }

    package mutating func bill(_ readings: [FleetReading], on day: CivilDate) throws -> DayAnswer {
        var answer = DayAnswer()
        answer.outcomes.reserveCapacity(readings.count)
        batch = CoreBatch()
        for reading in readings {
            let outcome = try judge(reading, on: day, &answer.flags)
            if case .billed = outcome, let use = batch.pending {
                batch.compared.append((answer.outcomes.count, use.account, use.use))
            }
            batch.pending = nil
            if billing.judges, policy.asksForLook(reading.status, by: reading.witness) {
                answer.looks.append(answer.outcomes.count)
            }
            answer.outcomes.append(outcome)
        }
        if billing.judges {
            flagSwapped(on: day, &answer.flags)
            compareUse(on: day, &answer)
        }
        return answer
    }

    package mutating func close() throws -> LedgerCheck { balances.closed() }

    /// The place of a meter in this shard.
    func place(of meter: Int) throws -> Int {
        let place = meter - firstMeter
        guard accounts.indices.contains(place) else { throw AdapterError("the shard has no meter \(meter)") }
        return place
    }

    func flag(_ fault: FaultFlag, _ account: CoreAccount, on day: CivilDate) -> FaultFlagged {
        let figures = fault.figures.map { "\($0.role.rawValue) \($0.figure)" }
        let transport = fault.transport.map { [$0.rawValue] } ?? []
        return FaultFlagged(
            meter: account.row.number, fault: fault.fault, day: day,
            evidence: (transport + figures).joined(separator: ", "))
    }

    /// The next number of the shard's own series.
    mutating func nextNumber(on day: CivilDate) throws -> InvoiceNumber {
        invoices += 1
        let digits = String(invoices)
        return try InvoiceNumber(
            prefix + String(day.year) + String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits)
    }

    /// Three letters and digits, others for each of 46,656 shards.
    private static func prefix(_ shard: Int) -> String {
        let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return String([digits[shard / 1_296 % 36], digits[shard / 36 % 36], digits[shard % 36]])
    }
}

/// What a day's batch leaves for the comparisons between its meters.
struct CoreBatch {
    /// Readings that the rules held, with what the rules were asked.
    var held: [(connection: Int, question: PlausibilityQuestion)] = []
    /// The heating period that is just being billed.
    var pending: (account: Int, use: HeatingUse)?
    /// Heating periods that were billed, by the place of their outcome.
    var compared: [(outcome: Int, account: Int, use: HeatingUse)] = []
}

/// K and calorific values of regions and pressures over the whole run, made once.
struct GasTables {
    private struct Key: Hashable {
        let region: Int
        let millibar: Int
    }

    private let terms: BillingTerms
    private var known: [Key: GasQuality] = [:]
    private var converted: [Key: GasQuality] = [:]

    init(_ terms: BillingTerms) { self.terms = terms }

    /// The gas of a region as meters of a pressure measure it.
    mutating func quality(region: Int, millibar: Int) throws -> GasQuality {
        let key = Key(region: region, millibar: millibar)
        if let found = known[key] { return found }
        let period = try BillingInterval(first: terms.days.lowerBound, last: terms.days.upperBound)
        let found = try terms.regions[region].gas.quality(in: period, pressureMillibar: millibar)
        known[key] = found
        return found
    }

    /// The same as correctors convert it: with C in the place of K.
    mutating func converted(region: Int, millibar: Int) throws -> GasQuality {
        let key = Key(region: region, millibar: millibar)
        if let found = converted[key] { return found }
        let found = try quality(region: region, millibar: millibar)
            .converted(by: CorrectorPolicy.baskent.gas, millibar: millibar)
        converted[key] = found
        return found
    }
}
