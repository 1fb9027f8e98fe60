import GasPhysics
import Quantities

extension Invoice {
    /// The invoice of `request`.
    ///
    /// Throws `BillingError` where the subscriber is prepaid, the readings make no use that may be billed, a table lacks
    /// a day, a policy forbids the computation or a figure does not fit its type.
    public init(_ request: InvoiceRequest) throws(BillingError) {
        try request.checkPolicies()
        let period = try request.period()
        let consumption = try request.consumption()
        let corrections = try request.corrections(in: period)
        let calorificValues = try request.calorificValues(in: period)
        let prices = try request.prices(in: period)
        let figures = try InvoiceFigures(
            measuredVolume: consumption.volume,
            correctionFactor: try corrections.average(.averageCorrectionFactor),
            calorificValue: try calorificValues.periodAverage(),
            averagePrice: try prices.map { DatedSpan(days: $0.days, value: $0.value.perKilowattHour) }
                .average(.averagePrice),
            valueAddedTaxRate: try request.valueAddedTaxRate(),
            rounding: request.tariff.rounding)

        number = request.number
        issuer = request.issuer
        subscriber = request.subscriber
        meter = request.meter
        firstReading = request.firstReading
        lastReading = request.lastReading
        self.period = period
        isRollover = consumption.isRollover
        self.figures = figures
        self.prices = prices
        lines = [
            InvoiceLine(
                code: .consumption, quantity: figures.energyFigure, unitPrice: figures.averagePrice,
                amount: figures.consumptionCharge)
        ]
        derivation =
            InvoiceDerivation(
                request: request, isRollover: consumption.isRollover, corrections: corrections,
                calorificValues: calorificValues, prices: prices,
                figures: figures
            ).steps
        invoiceDate = request.invoiceDate
        dueDate = try request.dueDate()
        tariffVersion = request.tariff.name
        roundingProfile = request.tariff.rounding.name
    }
}

extension InvoiceRequest {
    /// Throws where the regulation or the request itself forbids to bill.
    fileprivate func checkPolicies() throws(BillingError) {
        if subscriber.paymentScheme == .prepaid { throw .prepaidSubscriber }
        // Esaslar Hakkında Tebliğ (RG 24980): K may be used up to 300 mbar.
        if meter.pressureMillibar > 300 { throw .correctorCompulsory(pressureMillibar: meter.pressureMillibar) }
        if invoiceDate < lastReading.date {
            throw .invoiceBeforeLastReading(invoice: invoiceDate, reading: lastReading.date)
        }
        if meter.multiplier <= .zero { throw .outOfBounds(.multiplier) }
        if tariff.dueDays < 0 { throw .outOfBounds(.dueDays) }
    }

    fileprivate func period() throws(BillingError) -> BillingInterval {
        do throws(BillingIntervalError) {
            return try BillingInterval(
                first: firstReading.date, last: lastReading.date, convention: tariff.dayCount)
        } catch {
            throw .emptyPeriod(first: firstReading.date, last: lastReading.date)
        }
    }

    fileprivate func consumption() throws(BillingError) -> (volume: MeterVolume, isRollover: Bool) {
        let (first, last) = (firstReading.index, lastReading.index)
        switch CounterDecision(from: first, to: last, wheels: meter.wheels, limit: plausibleLimit) {
        case .accepted(let cubicMetres, let course):
            do throws(ArithmeticError) {
                return (try MeterVolume(counted: cubicMetres, multiplier: meter.multiplier), course == .rollover)
            } catch {
                throw .overflow(.measuredVolume)
            }
        case .heldLower:
            throw .indexLower(first: first, last: last)
        case .heldImplausible(let limit):
            throw .consumptionImplausible(first: first, last: last, limit: limit)
        case .rejectedDigits:
            throw .indexDigits(first.digits == meter.wheels ? last : first, wheels: meter.wheels)
        }
    }

    fileprivate func corrections(
        in period: BillingInterval
    ) throws(BillingError) -> [DatedSpan<CorrectionFactor>] {
        let spans: [DatedSpan<CorrectionFactor>]
        switch gas.correction {
        case .fixed(let factor): spans = [DatedSpan(days: period.days, value: factor)]
        case .monthly(let table):
            do throws(RateTableError) {
                spans = try table.spans(in: period)
            } catch {
                throw .noCorrectionFactor(on: error.day)
            }
        }
        guard spans.allSatisfy({ $0.value > .zero }) else { throw .outOfBounds(.correctionFactor) }
        return spans
    }

    fileprivate func calorificValues(
        in period: BillingInterval
    ) throws(BillingError) -> [DatedSpan<GrossCalorificValue>] {
        let spans: [DatedSpan<GrossCalorificValue>]
        switch gas.calorific {
        case .fixed(let value): spans = [DatedSpan(days: period.days, value: value)]
        case .monthly(let table):
            do throws(RateTableError) {
                spans = try table.spans(in: period)
            } catch {
                throw .noCalorificValue(on: error.day)
            }
        }
        guard spans.allSatisfy({ $0.value > .zero }) else { throw .outOfBounds(.calorificValue) }
        return spans
    }

    fileprivate func prices(in period: BillingInterval) throws(BillingError) -> [DatedSpan<RetailPrice>] {
        let spans: [DatedSpan<RetailPrice>]
        do throws(RateTableError) {
            spans = try tariff.prices.spans(in: period)
        } catch {
            throw .noPrice(on: error.day)
        }
        guard spans.allSatisfy({ $0.value.perKilowattHour >= .zero }) else { throw .outOfBounds(.price) }
        return spans
    }

    fileprivate func valueAddedTaxRate() throws(BillingError) -> Rate {
        let rate: Rate
        do throws(RateTableError) {
            rate = try tariff.valueAddedTax.value(on: invoiceDate)
        } catch {
            throw .noTaxRate(on: error.day)
        }
        guard rate >= .zero, rate <= .whole else { throw .outOfBounds(.valueAddedTaxRate) }
        return rate
    }

    /// The invoice date plus the term of payment, moved to the next working day.
    fileprivate func dueDate() throws(BillingError) -> CivilDate {
        do throws(CivilDateError) {
            return try workingDays.first(onOrAfter: try invoiceDate.advanced(byDays: tariff.dueDays))
        } catch {
            throw .dueDateOutOfRange
        }
    }
}

extension [DatedSpan<CorrectionFactor>] {
    fileprivate func average(_ code: DerivationStep.Code) throws(BillingError) -> CorrectionFactor {
        do throws(ArithmeticError) {
            return try CorrectionFactor.dayWeightedAverage(of: self)
        } catch {
            throw .overflow(code)
        }
    }
}

extension [DatedSpan<GrossCalorificValue>] {
    /// The one value as it is, or the average of several by days, to two decimals.
    fileprivate func periodAverage() throws(BillingError) -> GrossCalorificValue {
        if count == 1 { return self[0].value }
        do throws(CalorificValueError) {
            return try GrossCalorificValue.dayWeightedAverage(
                of: flatMap { span in
                    // The days of a month count alike, whatever flowed on them.
                    repeatElement(DailyGas(calorificValue: span.value, flow: .zero), count: span.days)
                })
        } catch {
            throw .overflow(.averageCalorificValue)
        }
    }
}

extension [DatedSpan<UnitPrice>] {
    fileprivate func average(_ code: DerivationStep.Code) throws(BillingError) -> UnitPrice {
        do throws(ArithmeticError) {
            return try UnitPrice.dayWeightedAverage(of: self)
        } catch {
            throw .overflow(code)
        }
    }
}
