public import Quantities

/// Whether an overdue customer is reminded, decided on the ledger at the moment of sending [gecikme SMS'i]. [36, 123, 124]
///
/// On 04.02.2019 messages went to people who had paid after the list was built: a list decides nothing.
public struct ReminderDecision: Hashable, Sendable {
    /// What is known at the moment of sending.
    public struct Facts: Hashable, Sendable {
        /// The last day to pay.
        public var due: CivilDate
        /// The balance in the ledger at the moment of sending.
        public var balance: Money
        /// The day of sending.
        public var day: CivilDate
        /// The hour of sending, 0 to 23, local time.
        public var hour: Int
        /// Whether a bank's file has come and is not posted.
        public var isBankFilePending = false
        /// Whether the invoice is disputed.
        public var isDisputed = false
        /// Whether the customer has withdrawn the consent to be written to on this channel.
        public var isConsentWithdrawn = false
        /// Whether an instalment plan is kept.
        public var isPlanKept = false
        /// Whether the file is with Legal [Hukuk].
        public var isInLegal = false

        /// Facts of a debt that nothing speaks against yet.
        public init(due: CivilDate, balance: Money, day: CivilDate, hour: Int) {
            self.due = due
            self.balance = balance
            self.day = day
            self.hour = hour
        }
    }

    /// Why a reminder is not sent.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Nothing is owed.
        case nothingOwed
        /// The last day to pay is today or later.
        case notOverdue
        /// A bank's file is not posted: it may hold the payment.
        case bankFilePending
        /// The invoice is disputed.
        case disputed
        /// The customer withdrew the consent.
        case consentWithdrawn
        /// An instalment plan is kept.
        case planKept
        /// The file is with Legal.
        case inLegal
        /// It is too early or too late in the day; later it may go out.
        case outsideSendingHours
    }

    /// Everything that speaks against it, for the log; nothing where it is sent.
    public let reasons: [Reason]
    /// The edition of the policy that decided.
    public let policyVersion: String

    /// The decision on `facts`.
    public init(_ facts: Facts, policy: ReminderPolicy) {
        var reasons: [Reason] = []
        if facts.balance <= .zero { reasons.append(.nothingOwed) }
        if facts.day <= facts.due { reasons.append(.notOverdue) }
        if facts.isBankFilePending { reasons.append(.bankFilePending) }
        if facts.isDisputed { reasons.append(.disputed) }
        if facts.isConsentWithdrawn { reasons.append(.consentWithdrawn) }
        if facts.isPlanKept { reasons.append(.planKept) }
        if facts.isInLegal { reasons.append(.inLegal) }
        if !policy.sendingHours.contains(facts.hour) { reasons.append(.outsideSendingHours) }
        self.reasons = reasons
        policyVersion = policy.version
    }

    /// Whether it is sent.
    public var isSent: Bool { reasons.isEmpty }

    /// Whether a reminder that was sent must be apologised for: by what the ledger says afterwards of the moment of sending,
    /// a payment of before that was posted late among it, it would not have been. [124]
    public func needsApology(afterwards facts: Facts, policy: ReminderPolicy) -> Bool {
        isSent && !ReminderDecision(facts, policy: policy).isSent
    }
}
