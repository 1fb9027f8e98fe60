/// What billing must do about a fault; the raw value is its code in truth tables.
public enum BillingDuty: String, CaseIterable, Hashable, Sendable {
    /// Flag the use, and bill what the rule for unmeasured periods gives.
    case estimate
    /// Bill nothing yet; ask for a photo or a second reading.
    case askPhoto
    /// Take the difference modulo the wheels, within what the meter can pass.
    case modularDifference
    /// Bill nothing: a negative difference is no rollover; hold for a person.
    case hold
    /// Bill as read, and tell of danger.
    case billWithSafetyNotice
    /// Bill as read until a test bench says otherwise, then claim or refund.
    case billUntilInspection
    /// Bill as read; hand over to the workflow for illegal use.
    case illegalUse
    /// Take the index of the mechanical wheels.
    case mechanicalIndex
    /// Take each load number once.
    case idempotentLoad
    /// Carry what was used below zero to the next load.
    case carryNegativeCredit
    /// Bill nothing; send a technician.
    case serviceOrder
    /// Deduct what was used below zero from the next load, at that day's K and price.
    case deductFromLoad
    /// Sell no more than the meter may hold.
    case refuseExcess
    /// Sell nothing before the new card has been read back.
    case readBackFirst
    /// Order rows by their number, not by their time.
    case orderByNumber
    /// Recompute Vb with the agreed pressure.
    case agreedPressure
    /// Recompute Vb with the agreed temperature.
    case agreedTemperature
    /// Compare with the mechanical index, and bill that.
    case compareMechanical
    /// Bill nothing until somebody has looked at the corrector.
    case block
    /// Rate the period again with its own gas.
    case rerate
    /// Take each reading once, by meter, number and time, whenever it comes.
    case idempotentReading
    /// Refuse the record, and keep its bytes.
    case rejectKeepRaw
    /// Split the period at the exchange; bill both meters.
    case splitPeriod
    /// Hold both neighbours' readings; test them as a pair.
    case pairTest
    /// Refuse the reading until the serial number matches.
    case matchSerial
}

/// By what billing can tell a fault.
public enum FaultSign: String, CaseIterable, Hashable, Sendable {
    /// By registers, serial numbers, order numbers or bytes alone: certain.
    case registers
    /// By a status bit or a reader's note.
    case status
    /// By what a card brings back, or what is asked for at the office.
    case card
    /// By use that does not fit the past, the weather or the neighbours: likely, not certain.
    case use
    /// Not by billing's data.
    case none
}
