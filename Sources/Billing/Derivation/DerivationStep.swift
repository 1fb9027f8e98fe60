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
        /// Late fee [gecikme zammı] in TL: principal × rate × days or months, summed over the rates that held.
        case lateFee

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
        /// The part of a figure by which another may differ from it.
        case tolerance
        /// The use of the peers in the middle, m3.
        case peerUse
        /// An earlier use of the same meter, m3.
        case earlierUse
        /// A credit on a card, TL or m3 as the utility keeps it.
        case credit
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
