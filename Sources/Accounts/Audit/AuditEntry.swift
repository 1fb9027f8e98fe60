/// Who did something.
package enum AuditActor: Hashable, Sendable {
    /// The service itself.
    case system
    /// Somebody of the staff, by the name that they gave; unverified until there is sign-in.
    case clerk(name: String)
    /// Somebody with a shell on the machine.
    case command

    var code: String {
        switch self {
        case .system: "system"
        case .clerk: "clerk"
        case .command: "command"
        }
    }

    var name: String? {
        if case .clerk(let name) = self { name } else { nil }
    }
}

/// What was done to what, for the audit log.
package struct AuditEntry: Hashable, Sendable {
    package let actor: AuditActor
    /// What was done, as a code such as `invoice.issued`.
    package let action: String
    /// What it was done to: a kind such as `invoice`, and its number or row.
    package let kind: String
    package let subject: String
    /// What else is worth knowing; nobody's name, address or number.
    package let details: [String: String]

    package init(
        actor: AuditActor, action: String, kind: String, subject: String, details: [String: String] = [:]
    ) {
        self.actor = actor
        self.action = action
        self.kind = kind
        self.subject = subject
        self.details = details
    }
}
