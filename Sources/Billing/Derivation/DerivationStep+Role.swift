extension DerivationStep {
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
        /// Earlier debt, TL; the subject of an error, and an operand where nothing is known of its parts.
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
        /// How far a clock is off, s.
        case clockError
        // Files, and late fees taken back
        /// The late fee on what was truly owed, TL.
        case reducedLateFee
        // Gas by month, what stands beside it, and reversals
        /// Pa, the month's absolute pressure at the station, bar.
        case stationPressure
        /// Ps, the gauge pressure at the meter, bar.
        case meterPressure
        /// Pr, the pressure of the base conditions, bar.
        case basePressure
        /// Tr, the temperature of the base conditions, K.
        case baseTemperature
        /// T, the soil temperature of the month, K.
        case soilTemperature
        /// The use up to which no invoice is made, m3.
        case minimumUse
        /// What an invoice comes to before the amount, TL.
        case amountBefore
        /// What an earlier invoice still claims, TL.
        case earlierReceivable
        /// What the books owe the customer, TL, below zero.
        case earlierCredit
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
        // Files
        /// The day on which a file was handed over.
        case handedOver
    }
}
