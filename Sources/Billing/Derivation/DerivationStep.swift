public import Quantities

/// One line of how an invoice was computed: figures in, one figure out.
///
/// Its words stand in `Wording`, by code.
///
/// Every result is computed from the operands as shown and rounded half away from zero to the decimals that it shows, so
/// that a customer with a pocket calculator comes to the same result.
public struct DerivationStep: Hashable, Sendable {
    /// What a step computes; the formula names its operands in their order.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Measured volume in m3: (last index − first index) × multiplier. After a rollover the counter's range comes on top:
        /// (last index + range − first index) × multiplier, with the range as the last operand.
        case measuredVolume
        /// Correction factor of the period: Σ (days × K) ÷ Σ days.
        case averageCorrectionFactor
        /// Corrected volume in m3: measured volume × K.
        case correctedVolume
        /// Calorific value of the period in kcal/m3: Σ (days × value) ÷ Σ days, to two decimals.
        case averageCalorificValue
        /// kWh factor in kWh/m3: calorific value ÷ 860.42.
        case energyFactor
        /// Energy in kWh: corrected volume × kWh factor where that one is rounded; otherwise corrected volume × calorific
        /// value ÷ 860.42.
        case energy
        /// Retail price in TL/kWh of a tariff in TL/Sm3: (purchase + ÖTV + system use) ÷ 10.64.
        case pricePerKilowattHour
        /// Average retail price of the period in TL/kWh: Σ (days × price) ÷ Σ days.
        case averagePrice
        /// Consumption charge in TL: energy × average price.
        case consumptionCharge
        /// KDV in TL: base × rate.
        case valueAddedTax
        /// Total in TL: base + KDV.
        case total
        /// Payable amount in TL: total + rounding difference.
        case payable

        // Debts
        /// Late fee [gecikme zammı] in TL: principal × Σ (monthly rate × (months + days ÷ days of a month)); without months where
        /// every day is counted.
        case lateFee

        // Prepaid and estimates
        /// Volume for a card in m3: payment ÷ (1 + rate) ÷ price × 860.42 ÷ (calorific value × K), rounded down.
        case cardVolume
        /// Volume sold in m3: monthly limit − what was sold in the month before, not below zero.
        case soldVolume
        /// What is taken for it in TL: volume × K × calorific value ÷ 860.42 × price × (1 + rate).
        case saleAmount
        /// Change in TL: payment − what is taken.
        case change
        /// What was paid for a matched volume in TL: volume × K × calorific value ÷ 860.42 × price, of the lot.
        case lotValue
        /// What a matched volume cost when it was used, in TL: the same of the period.
        case useValue
        /// Difference of a match in TL: its cost when it was used − what was paid.
        case correctionDifference
        /// TL correction of a period: Σ of the differences that are passed on.
        case correction
        /// The most that may go to debts in TL: payment × (1 − gas share), rounded down.
        case debtCap
        /// The same where the limit cut the sale: cash for gas × (1 − gas share) ÷ gas share, rounded down.
        case cutSaleDebtCap
        /// What goes to the correction debt in TL: the lower of debt and cap.
        case toCorrectionDebt
        /// What goes to the Eksi Gaz debt in TL: the lower of debt and cap − what the correction debt got.
        case toEksiGasDebt
        /// What buys gas in TL: payment − what goes to debts + credit.
        case toGas
        /// What remaining gas of a lot is refunded with in TL: volume × K × calorific value ÷ 860.42 × price, of the lot.
        case gasRefund
        /// Balance of a prepaid closing in TL: earlier corrections + correction + Eksi Gaz debt − refund.
        case prepaidBalance
        /// Own daily mean in m3 a day: Σ m3 ÷ Σ days of the same quarter of earlier years.
        case ownDailyMean
        /// Peers' daily mean in m3 a day: the mean of the peers' own means.
        case peersDailyMean
        /// Comparative estimate in m3: the lower mean × days, from the exact mean.
        case comparativeEstimate
        /// Settlement of estimates in TL: total of the whole interval − what was charged before.
        case estimateSettlement
        /// Back-billing of a faulty meter in m3: (total − bought) ÷ total days × fault days.
        case faultBackBilling
        /// Average account in m3: m3 ÷ days × fault days.
        case averageAccount
        // Invoices
        /// Corrected volume of a corrector in m3: (last − first corrected register) × multiplier, the counter's range on top
        /// after a rollover.
        case registerDifference
        /// Factor of a corrector: corrected ÷ measured volume; the expected factor and its tolerance are what it is checked by.
        case correctorFactor
        /// Corrected volume in m3 that a person decided on, in place of a held corrector's: measured volume × expected factor
        /// where the proposal was taken, without operands where it is another one.
        case approvedVolume
        /// Corrected volume of several meters in m3: the sum.
        case totalCorrectedVolume
        /// Volume of a stretch of days in m3: volume × days up to its end ÷ days of the period − volume before it.
        case dayShare
        /// Energy in kWh that is free: the smaller of corrected and free volume × calorific value ÷ 860.42, or × kWh factor
        /// where that one is rounded.
        case freeEnergy
        /// Energy of the upper tier in kWh: energy − limit in Sm3 × 10.64.
        case upperTierEnergy
        /// Discount in TL: charge × rate × days ÷ days of the period.
        case discount
        /// Charge of a line in TL: energy × price.
        case lineCharge
        /// Consumption charge in TL: the sum of the lines.
        case chargeTotal
        /// Base of the KDV in TL: consumption charge and what is taxed with it.
        case valueAddedTaxBase
        /// Average KDV rate of the period: Σ (days × rate) ÷ Σ days.
        case averageTaxRate
        /// Difference of a month's calorific value in TL: the charge by it − the charge by the value that was billed.
        case calorificDifference

        // Debts, further
        /// Interest by law [kanuni faiz] in TL: principal × Σ (yearly rate × days) ÷ days of the year.
        case statutoryInterest
        /// One of equal parts in TL: amount ÷ number of parts, cut to the kuruş.
        case instalment
        /// The part that carries what equal parts leave over, in TL: amount − number of other parts × part.
        case instalmentWithRemainder
        /// What of a payment goes to something owed, in TL: the smaller of the two.
        case allocatedPayment
        /// A deposit by the price index, in TL: deposit × index at closing ÷ index at payment.
        case indexedDeposit
        /// What is paid out of a deposit, in TL: deposit with its growth − debts; below zero the customer owes it.
        case refundedDeposit
        /// The balance at closing, in TL: final invoice + open invoices + late fee + instalments left − deposit − interest −
        /// credit.
        case settlementBalance
        /// What illegal use [kaçak] costs, in TL: value of the gas × share, × the factor of a repetition.
        case illegalUseCharge
        /// What irregular use [usulsüz] costs, in TL: open-close fee × multiple.
        case irregularUseCharge
        /// A contractor's work in TL: Σ (count × price).
        case workTotal
        /// The base of a progress payment [hakediş] in TL: work − penalties.
        case workBase
        /// KDV withheld [tevkifat] in TL: KDV × share.
        case withheldTax
        /// What a contractor gets, in TL: base + KDV − KDV withheld.
        case workPayable
        // Validation: the figures that a plausibility rule compared; the result is its zone, 0 accept, 1 review, 2 refuse.
        /// R1: the digits of the index against the counter's wheels.
        case registerCheck
        /// R2: a lower index against the counter's range.
        case lowerIndexCheck
        /// R3: the use against what the meter lets through.
        case flowCheck
        /// R4: the use against what is expected.
        case expectedUseCheck
        /// R5: no use in the heating season.
        case zeroUseCheck
        /// R6: other indexes, one digit away.
        case oneDigitCheck
        /// R7: the days since the last reading.
        case tooSoonCheck
        /// R8: the index without its red digits.
        case decimalsCheck
        /// R9: estimates in a row.
        case repeatedEstimatesCheck
        /// R10: the sub-meters against the main meter.
        case subMetersCheck
        /// R11: the last reading is in dispute.
        case disputedReadingCheck
        /// R12: the days of the readings and of today.
        case dateCheck
    }

    /// What a figure of a step is.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// The last index.
        case lastIndex
        /// The first index.
        case firstIndex
        /// The number at which the counter starts again at zero.
        case counterRange
        /// The meter's multiplier.
        case multiplier
        /// The measured volume, m3.
        case measuredVolume
        /// A number of days.
        case days
        /// The days from the invoice date to the due date; no operand, only the subject of an error.
        case dueDays
        /// A correction factor K.
        case correctionFactor
        /// The corrected volume, m3.
        case correctedVolume
        /// The gross calorific value, kcal/m3.
        case calorificValue
        /// The constant 860.42 kcal/kWh.
        case kilocaloriesPerKilowattHour
        /// The kWh factor, kWh/m3.
        case energyFactor
        /// The energy, kWh.
        case energy
        /// The purchase part of a price.
        case purchase
        /// The ÖTV part of a price.
        case specialConsumptionTax
        /// The system-use part of a price.
        case systemUse
        /// The constant 10.64 kWh/Sm3.
        case kilowattHoursPerStandardVolume
        /// A price, TL/kWh.
        case price
        /// The consumption charge, TL.
        case consumptionCharge
        /// The base of the KDV, TL.
        case valueAddedTaxBase
        /// The rate of the KDV.
        case valueAddedTaxRate
        /// The KDV, TL.
        case valueAddedTax
        /// The total with KDV, TL.
        case total
        /// The rounding difference, TL.
        case payableRounding
        /// The payable amount, TL.
        case payable

        // Prepaid and estimates
        /// What a customer pays, or what is left of it, TL.
        case payment
        /// The most that may be sold in a month, m3.
        case monthlyLimit
        /// What was sold in the month before, m3.
        case soldBefore
        /// What is sold or loaded, m3.
        case soldVolume
        /// What is taken for a sale, TL.
        case saleAmount
        /// What a lot holds, m3.
        case lotVolume
        /// What was used, m3.
        case usedVolume
        /// What was paid for a matched volume, TL.
        case lotValue
        /// What a matched volume cost when it was used, TL.
        case useValue
        /// The difference of a match, TL.
        case correctionDifference
        /// A TL correction with KDV, TL.
        case correction
        /// Corrections that wait, TL.
        case pendingCorrections
        /// The share of a payment that must buy gas.
        case gasShare
        /// The most that may go to debts, TL.
        case debtCap
        /// Debt of corrections, TL.
        case correctionDebt
        /// Credit of corrections, TL.
        case correctionCredit
        /// Eksi Gaz debt, TL.
        case eksiGasDebt
        /// What goes to the correction debt, TL.
        case toCorrectionDebt
        /// What goes to the Eksi Gaz debt, TL.
        case toEksiGasDebt
        /// Cash that bought gas, TL.
        case cashForGas
        /// What remaining gas is refunded with, TL.
        case gasRefund
        /// A deposit, TL.
        case deposit
        /// A use in a quarter or another reference time, m3.
        case quarterVolume
        /// A customer's own daily mean, m3 a day.
        case ownDailyMean
        /// The peers' daily mean, m3 a day.
        case peersDailyMean
        /// How many peers there are.
        case peerCount
        /// An estimate, m3.
        case estimatedVolume
        /// What was charged before, TL.
        case billedBefore
        /// The true use of all days, m3.
        case totalVolume
        /// What was bought in them, m3.
        case boughtVolume
        /// All days.
        case totalDays
        /// The days that are billed back.
        case faultDays
        // Invoices
        /// The days of the whole period, or of the meter's part of it.
        case periodDays
        /// The volume of the days before, m3.
        case volumeBefore
        /// The last corrected register.
        case lastRegister
        /// The first corrected register.
        case firstRegister
        /// The factor that is expected of a corrector.
        case expectedFactor
        /// The share by which it may differ.
        case tolerance
        /// The free volume, m3.
        case freeVolume
        /// The limit of the lower tier, Sm3.
        case tierLimit
        /// The rate of a discount.
        case discountRate
        /// The charge of a line, TL.
        case lineAmount
        /// A discount, TL.
        case discountCharge
        /// A TL correction, TL.
        case correctionCharge
        /// The difference of an earlier calorific value, TL.
        case calorificCharge
        /// A late fee, TL.
        case lateFeeCharge
        /// An instalment, TL.
        case instalmentDue
        /// A credit that pays a part, TL.
        case creditApplied
        /// Earlier debt, TL; no operand, only the subject of an error.
        case previousDebt
        /// The calorific value that was billed, kcal/m3.
        case billedCalorificValue
        /// The charge that was billed, TL.
        case billedCharge

        // Debts
        /// What was owed, TL.
        case principal
        /// A rate of a month.
        case monthlyRate
        /// A rate of a year.
        case yearlyRate
        /// A number of whole months.
        case months
        /// The days that make up a month's rate.
        case daysPerMonth
        /// The days that make up a year's rate.
        case daysPerYear
        /// A late fee, TL.
        case lateFee
        /// Interest, TL.
        case interest
        /// The amount of a plan, TL.
        case amount
        /// A number of parts.
        case partCount
        /// One equal part, TL.
        case part
        /// A deposit with its growth, TL.
        case grownDeposit
        /// The price index when the deposit was paid.
        case indexAtPayment
        /// The price index when it is returned.
        case indexAtClosing
        /// The final invoice, TL.
        case finalInvoice
        /// The invoices still open, TL.
        case openInvoices
        /// The instalments not yet due, TL.
        case instalmentsLeft
        /// What the customer has in hand, TL.
        case credit
        /// The share of the gas's value that illegal use costs.
        case illegalUseShare
        /// The factor of a repetition.
        case repeatFactor
        /// The open-close fee, TL.
        case openCloseFee
        /// A number of fees.
        case feeMultiple
        /// A number of pieces of work.
        case workCount
        /// The price of a piece of work, TL.
        case workPrice
        /// A contractor's work, TL.
        case workTotal
        /// Penalties, TL.
        case penalties
        /// The share of the KDV that is withheld.
        case withheldShare
        /// The KDV withheld, TL.
        case withheldTax
        // Validation
        /// How many digits an index has.
        case digits
        /// How many black digits the counter has.
        case wheels
        /// The use that is expected, m3.
        case expectedUse
        /// The lowest use that asks nobody, m3.
        case lowestUse
        /// The highest use that asks nobody, or that is billed at all, m3.
        case highestUse
        /// The days of the heating season in the period.
        case heatingDays
        /// The most days that ask nobody.
        case mostDays
        /// The fewest days that ask nobody.
        case fewestDays
        /// An index that would be plausible.
        case proposedIndex
        /// Estimates in a row.
        case estimates
        /// The number of estimates in a row at which somebody is asked.
        case mostEstimates
        /// The sub-meters together, m3.
        case subMeterSum
        /// The main meter, m3.
        case mainMeter
        /// The use of the peers in the middle, m3.
        case peerUse
        /// An earlier use of the same meter, m3.
        case earlierUse
        /// The credit on a card, TL or m3 as the utility keeps it.
        case cardCredit
        /// The end of what a credit may be.
        case creditLimit
        /// What an inspection found a meter to err by, as a part of the true volume.
        case inspectionError
        /// What a converter's own counter measured, m3.
        case converterVolume
        /// What the mechanical counter measured, m3.
        case mechanicalVolume
        /// What a converter counted while a sensor was disturbed, m3.
        case disturbedVolume
        /// The number of a load, or of a record of an archive.
        case orderNumber
        /// How often something occurs.
        case occurrences
    }

    /// A figure and what it is.
    public struct Operand: Hashable, Sendable {
        /// What the figure is.
        public let role: Role
        /// The figure, with the decimals in which it is shown.
        public let figure: DecimalFigure

        /// A figure in a role.
        public init(_ role: Role, _ figure: DecimalFigure) {
            self.role = role
            self.figure = figure
        }
    }

    /// A day that decides something in the step.
    public struct Day: Hashable, Sendable {
        /// What the day is.
        public let role: DayRole
        /// The day.
        public let date: CivilDate

        /// A day in a role.
        public init(_ role: DayRole, _ date: CivilDate) {
            self.role = role
            self.date = date
        }
    }

    /// What a day of a step is.
    public enum DayRole: String, Hashable, Sendable, CaseIterable {
        /// The first day of an interval.
        case from
        /// The last day of an interval.
        case through

        // Prepaid and estimates
        /// The day of a purchase.
        case purchase
        /// The cut-off of the TL correction.
        case cutOff
        /// The last reading before the Board's approval.
        case startReading
        // Debts
        /// The last day to pay.
        case due
        /// The day of payment.
        case paid
        /// The day on which a deposit was paid.
        case depositPaid
        /// The day of closing.
        case closed
        // Validation
        /// The day of the first reading.
        case firstReading
        /// The day of the last reading.
        case lastReading
        /// The day on which it was asked.
        case today
    }

    /// What the step computes.
    public let code: Code
    /// The figures that go in, in the order of the formula; averages have `days` and the figure by turns.
    public let operands: [Operand]
    /// The figure that comes out.
    public let result: DecimalFigure
    /// Whether the step after this one goes on with the exact figure, of which `result` shows the first decimals only.
    public let isShownRounded: Bool
    /// The days that decided, in the order of the rule; none where the rule asks for none.
    public let days: [Day]
    /// The version of the policy whose values the step used, for example `instalments-2026.1`; `nil` where it used none.
    public let policy: String?

    /// A step of those figures.
    public init(
        code: Code, operands: [Operand], result: DecimalFigure, isShownRounded: Bool = false, days: [Day] = [],
        policy: String? = nil
    ) {
        self.code = code
        self.operands = operands
        self.result = result
        self.isShownRounded = isShownRounded
        self.days = days
        self.policy = policy
    }
}
