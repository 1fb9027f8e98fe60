import GasPhysics
import Quantities

extension Invoice {
    /// The invoice of `request`.
    ///
    /// Throws `BillingError` where the subscriber is prepaid, the readings make no use that may be billed, a person must decide,
    /// a table lacks a day, a policy forbids the computation or a figure does not fit its type.
    public init(_ request: InvoiceRequest) throws(BillingError) {
        try request.checkPolicies()
        let basis = try request.basis()
        let use = try basis.measuredUse(limit: request.plausibleLimit)
        try request.checkUse(use)
        let calorificValue = try basis.gas.calorific.average(in: basis.period)
        let averagePrice = try basis.averagePrice()
        let rate = try request.valueAddedTaxRate(in: basis.period)
        let term = try request.paymentTerm()

        if basis.isOneLine && request.additions.isEmpty {
            let figures = try InvoiceFigures(
                use, calorificValue: calorificValue, averagePrice: averagePrice, valueAddedTaxRate: rate,
                rounding: request.tariff.rounding)
            self.init(
                request, basis: basis, isRollover: use.isRollover, figures: figures, lines: nil, charges: [],
                carried: .none, term: term)
            return
        }
        let gas = try GasLines(basis, use: use, calorificValue: calorificValue, averagePrice: averagePrice)
        var charges = try InvoiceCharges(gas: gas.charge, discount: gas.discount, additions: request.additions)
        let figures = try InvoiceFigures(
            gas.gas, averagePrice: averagePrice, valueAddedTaxRate: rate, charge: gas.charge, base: charges.base,
            balance: { (total: Money) throws(BillingError) in try charges.settle(total: total) })
        self.init(
            request, basis: basis, isRollover: use.isRollover, figures: figures,
            lines: basis.isOneLine ? nil : gas.lines, charges: charges.charges, carried: charges.carried, term: term)
    }
}

extension InvoiceRequest {
    /// Throws where the regulation or the request itself forbids to bill.
    fileprivate func checkPolicies() throws(BillingError) {
        if subscriber.paymentScheme == .prepaid { throw .prepaidSubscriber }
        if corrector == nil { try checkPressure(of: meter) }
        if invoiceDate < lastReading.date {
            throw .invoiceBeforeLastReading(invoice: invoiceDate, reading: lastReading.date)
        }
        if meter.multiplier <= .zero { throw .outOfBounds(.multiplier) }
        if tariff.dueDays < 0 { throw .outOfBounds(.dueDays) }
        if !meterChanges.isEmpty { try checkChanges() }
        if !additions.isEmpty || additions.previousDebt != .zero { try additions.check() }
        if occasion == .period, let freeze = freezes.freeze(on: invoiceDate) { throw .deferred(.frozen(freeze)) }
    }

    private func checkPressure(of meter: Meter) throws(BillingError) {
        if meter.pressureMillibar > Meter.mostMillibarWithoutCorrector {
            throw .correctorCompulsory(pressureMillibar: meter.pressureMillibar)
        }
    }

    private func checkChanges() throws(BillingError) {
        var earliest = firstReading.date
        for change in meterChanges {
            if corrector != nil, change.removed.multiplier != meter.multiplier {
                throw .contradiction(.correctorChanged(on: change.date))
            }
            guard change.date >= earliest, change.date <= lastReading.date else {
                throw .contradiction(.changeOutOfOrder(on: change.date))
            }
            if corrector == nil { try checkPressure(of: change.removed) }
            if change.removed.multiplier <= .zero { throw .outOfBounds(.multiplier) }
            earliest = change.date
        }
    }

    /// Throws where so little was used that it stays on the index.
    fileprivate func checkUse(_ use: MeasuredUse) throws(BillingError) {
        guard occasion == .period, tariff.minimumBill.limit > .zero else { return }
        let volume = corrector == nil ? use.measured : MeterVolume(litres: use.volume.printed.litres)
        guard tariff.minimumBill.isBilled(volume) else {
            throw .deferred(.belowMinimum(use: volume, limit: tariff.minimumBill.limit))
        }
    }

    fileprivate func basis() throws(BillingError) -> InvoiceBasis {
        InvoiceBasis(
            period: try period(), subscriberKind: subscriber.kind, supply: supply, meter: meter,
            firstReading: firstReading, lastReading: lastReading, meterChanges: meterChanges, corrector: corrector,
            gas: gas, tariff: tariff, termsVersion: terms?.rules.version,
            additions: additions)
    }

    private func period() throws(BillingError) -> BillingInterval {
        do throws(BillingIntervalError) {
            return try BillingInterval(
                first: firstReading.date, last: lastReading.date, convention: tariff.dayCount)
        } catch {
            throw .emptyPeriod(first: firstReading.date, last: lastReading.date)
        }
    }

    /// The rate of the tax date, or the average over the period's days where the tariff says so.
    fileprivate func valueAddedTaxRate(in period: BillingInterval) throws(BillingError) -> Rate {
        let rate: Rate
        switch tariff.taxChange {
        case .taxDate:
            do throws(RateTableError) {
                rate = try tariff.valueAddedTax.value(on: taxDate ?? invoiceDate)
            } catch {
                throw .noTaxRate(on: error.day)
            }
        case .dayWeightedAverage:
            var sum = DayWeightedSum<Rate>()
            do throws(RateTableError) {
                try tariff.valueAddedTax.forEachSpan(in: period) { days, rate in sum.add(rate, days: days) }
            } catch {
                throw .noTaxRate(on: error.day)
            }
            guard sum.smallest >= .zero else { throw .outOfBounds(.valueAddedTaxRate) }
            rate = try InvoiceFigures.step(.averageTaxRate) { () throws(ArithmeticError) in try sum.average() }
        }
        guard rate >= .zero, rate <= .whole else { throw .outOfBounds(.valueAddedTaxRate) }
        return rate
    }
}
