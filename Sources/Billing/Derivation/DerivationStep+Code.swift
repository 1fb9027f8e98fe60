extension DerivationStep {
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
        /// Measured volume of several meters before one corrector in m3: the sum.
        case totalMeasuredVolume
        /// Corrected volume of several meters or correctors in m3: the sum.
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
        // Files, and late fees taken back
        /// What of a late fee is cancelled, in TL: the fee charged − the fee on what was owed, both with KDV.
        case lateFeeCancelled
        /// What Legal claims, in TL: the debts + the fees on them.
        case legalClaim
        // Gas by month, what stands beside it, and reversals
        /// Correction factor of a month: (Pa + Ps) ÷ Pr × Tr ÷ T; without operands where it was published as it is.
        case monthlyCorrectionFactor
        /// Calorific value of a month in kcal/m3, as it was published.
        case monthlyCalorificValue
        /// Use of a period in m3, which is billed because it is above the minimum.
        case minimumUse
        /// Late fee in TL by the contract's own monthly rate: as `lateFee`.
        case contractLateFee
        /// Late fees of an invoice in TL: the sum.
        case lateFeeTotal
        /// What of a TL correction an invoice takes, in TL: the correction, of one below zero no more than comes to the base.
        case appliedCorrection
        /// What of a difference of the calorific value an invoice takes, in TL: as `appliedCorrection`.
        case appliedCalorificDifference
        /// An instalment that is due with an invoice, in TL, as its plan has it.
        case dueInstalment
        /// What of a credit pays a part of an invoice, in TL, below zero: the smaller of credit and what is due.
        case appliedCredit
        /// What is owed from before, in TL: the sum of the accounts.
        case earlierDebt
        /// An amount of an invoice that is taken back, in TL: the original's with the opposite sign.
        case reversedAmount
    }
}
