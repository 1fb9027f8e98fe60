/// In which order a payment goes to what is owed.
public struct AllocationPolicy: Hashable, Sendable {
    /// What of an invoice is paid first.
    public enum Within: String, Hashable, Sendable, CaseIterable {
        /// The late fee, then the principal (Turkish Code of Obligations, article 100). The default.
        case feeFirst
        /// The principal, then the late fee.
        case principalFirst
    }

    /// The edition, stored with what it allocated.
    public let version: String
    /// What of an invoice is paid first; among invoices the one that fell due first comes first.
    public let within: Within

    /// A policy of those values.
    public init(version: String, within: Within) {
        self.version = version
        self.within = within
    }

    /// Oldest due first, late fee before principal.
    public static let shipped = AllocationPolicy(version: "allocation-2026.1", within: .feeFirst)
}

/// When an overdue customer may be reminded.
public struct ReminderPolicy: Hashable, Sendable {
    /// The edition, stored with each decision.
    public let version: String
    /// The hours of the day, 0 to 23, in which a message may go out; nothing goes out in the others.
    public let sendingHours: ClosedRange<Int>

    /// A policy of those values.
    public init(version: String, sendingHours: ClosedRange<Int>) {
        self.version = version
        self.sendingHours = sendingHours
    }

    /// From eight in the morning, the last message before eight in the evening.
    public static let shipped = ReminderPolicy(version: "reminder-2026.1", sendingHours: 8...19)

    /// At any hour.
    public static let anyHour = ReminderPolicy(version: "reminder-any-hour-2026.1", sendingHours: 0...23)
}
