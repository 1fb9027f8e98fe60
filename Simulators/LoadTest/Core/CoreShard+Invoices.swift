import Billing
import GasPhysics
import Quantities

// What is billed after use: mechanical meters, and correctors.
extension CoreShard {
    mutating func invoice(
        _ period: CorePeriod, _ place: Int, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) throws -> ReadingOutcome {
        let account = accounts[place]
        let (tariff, contract) = terms.tariffs[account.row.tariff].terms(ofPeriodEndingOn: period.last.date)
        // What is read so soon after an invoice stays on the index.
        if let nextFrom = account.nextFrom, period.last.date < nextFrom { return .putOff("minimum-days") }
        let gas = try gas.quality(region: account.row.region, millibar: account.row.millibar)
        var request = InvoiceRequest(
            number: try nextNumber(on: day), issuer: billing.issuer, subscriber: account.subscriber,
            supply: contract.supply, meter: period.meter, firstReading: account.first, lastReading: period.last,
            meterChanges: period.changes, plausibleLimit: period.plausibleLimit, gas: gas, tariff: tariff,
            invoiceDate: max(day, period.last.date), workingDays: terms.workingDays)
        if let registers = period.reading.corrector, let first = account.firstRegisters {
            request.corrector = try corrector(period, registers, since: first, account, tariff, on: day, &flags)
        }
        billing.steps.request(&request)
        do throws(BillingError) {
            return .billed(try post(try Invoice(request), period, place, on: day))
        } catch {
            return try outcome(of: error, request, period, place, on: day)
        }
    }

    /// The corrected register over a period, with what its registers say of faults.
    private mutating func corrector(
        _ period: CorePeriod, _ registers: CorrectorRegisters, since first: CorrectorRegisters,
        _ account: CoreAccount, _ tariff: TariffVersion, on day: CivilDate, _ flags: inout [FaultFlagged]
    ) throws -> CorrectorReading? {
        guard account.first.date < period.last.date else { return nil }
        let interval = try BillingInterval(
            first: account.first.date, last: period.last.date, convention: tariff.dayCount)
        let converted = try self.gas.converted(region: account.row.region, millibar: account.row.millibar)
        let expected = try GasTerms(usedIn: interval, prices: tariff.prices, gas: converted).correctionFactor
        let reading = CorrectorReading(
            first: try Index(value: first.corrected, digits: registers.digits),
            last: try Index(value: registers.corrected, digits: registers.digits), expectedFactor: expected,
            tolerance: CorrectorPolicy.baskent.tolerance)
        guard billing.judges else { return reading }
        let faults = policy.converter(
            ConverterVolumes(
                uncorrected: try registers.counted(registers.converter, since: first.converter),
                corrected: try registers.counted(registers.corrected, since: first.corrected),
                disturbed: try registers.counted(registers.disturbed, since: first.disturbed),
                disturbedCorrected: try registers.counted(
                    registers.disturbedCorrected, since: first.disturbedCorrected)),
            mechanical: period.counted(since: account.first.index), expected: expected, status: period.reading.status)
        for fault in faults { flags.append(flag(fault, account, on: day)) }
        return reading
    }

    private mutating func post(
        _ invoice: Invoice, _ period: CorePeriod, _ place: Int, on day: CivilDate
    ) throws(BillingError) -> BilledPeriod {
        let figures = invoice.figures
        do {
            try balances.post(
                try .invoice(
                    InvoicePosting(invoice), key: LedgerKey(.invoice, invoice.number?.text ?? ""), on: day),
                of: place)
        } catch {
            throw .overflow(.total)
        }
        let volume = figures.measuredVolume
        let contract = terms.tariffs[accounts[place].row.tariff].terms(ofPeriodEndingOn: period.last.date).contract
        accounts[place].nextFrom = MinimumPeriod(days: contract.minimumDays).nextFrom(after: period.last.date)
        advance(place, period, volume: volume)
        let corrected = period.reading.corrector == nil ? nil : figures.correctedVolume.litres
        return BilledPeriod(
            meter: period.reading.meter, order: period.reading.order, from: invoice.firstReading.date,
            through: invoice.lastReading.date, cubicMetres: (corrected ?? volume.litres) / 1_000,
            payableKurus: figures.payable.kurus, chargeKurus: figures.consumptionCharge.kurus,
            taxKurus: figures.valueAddedTax.kurus, factor: figures.correctionFactor.hundredThousandths,
            calorific: figures.calorificValue.tenThousandths, isRollover: invoice.isRollover,
            derivation: watched.contains(period.reading.meter) ? invoice.derivation : [])
    }

    /// The next period begins where this one ended.
    mutating func advance(_ place: Int, _ period: CorePeriod, volume: MeterVolume) {
        let use = PastUse(from: accounts[place].first.date, through: period.last.date, volume: volume)
        if let lastYear = period.lastYear {
            let use = HeatingUse(
                through: period.last.date, litres: volume.litres, lastYear: lastYear, mostLitres: period.mostLitres)
            batch.pending = (place, use)
        }
        accounts[place].keep(use, policy)
        accounts[place].beforeFirst = period.changes.isEmpty ? accounts[place].first : nil
        accounts[place].first = period.last
        accounts[place].billedOrder = max(accounts[place].billedOrder, period.reading.order)
        accounts[place].firstRegisters = period.reading.corrector ?? accounts[place].firstRegisters
        accounts[place].unbilled.removeAll()
        if !period.changes.isEmpty {
            accounts[place].meter = period.meter
            accounts[place].serial = period.reading.serial
        }
    }

    /// What becomes of a reading that `Billing` makes no invoice of.
    private mutating func outcome(
        of error: BillingError, _ request: InvoiceRequest, _ period: CorePeriod, _ place: Int, on day: CivilDate
    ) throws -> ReadingOutcome {
        switch error {
        case .deferred(let reason):
            if case .frozen = reason { return .putOff("frozen") }
            return .putOff("minimum")
        case .held(.corrector(let check)):
            guard period.isConfirmed, let corrector = request.corrector else { return .held("corrector") }
            // Whoever looked approves what the meter's own volume and the expected factor make.
            var approved = request
            approved.corrector = CorrectorReading(
                first: corrector.first, last: corrector.last, expectedFactor: corrector.expectedFactor,
                tolerance: corrector.tolerance, approved: check.proposal)
            return .billed(try post(try Invoice(approved), period, place, on: day))
        case .indexLower, .indexDigits, .emptyPeriod, .contradiction:
            accounts[place].unbilled.append(period.last)
            return .refused(Self.code(error))
        case .consumptionImplausible:
            accounts[place].unbilled.append(period.last)
            return .held("implausible")
        default: throw AdapterError("meter \(request.meter.serial?.text ?? "?"): \(error)")
        }
    }

    private static func code(_ error: BillingError) -> String {
        switch error {
        case .indexLower: "lower"
        case .indexDigits: "digits"
        case .emptyPeriod: "date"
        default: "contradiction"
        }
    }
}
