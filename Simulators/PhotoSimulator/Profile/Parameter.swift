import Synchronization

/// One thing about a photo that chance decides, named as a profile names it.
///
/// Each layer declares its own beside its code; ``Parameter/all`` gathers them, so that a profile can be checked as a whole.
package struct Parameter: Hashable, Sendable {
    /// What a parameter can be.
    package enum Kind: Hashable, Sendable {
        /// A number within limits. The unit stands in the parameter's note.
        case number(ClosedRange<Double>)
        /// Whether something is there: its distribution is a probability.
        case flag
        /// One of several by name.
        case choice([String])
    }

    /// `group.name`, as in `counter.black-wheels`.
    package let name: String
    package let kind: Kind
    /// What it is, with its unit, in one line.
    package let note: String
    /// Its place in the order in which parameters were first asked for: what belongs to one is found by it.
    let place: Int

    private static let declared = Atomic<Int>(0)

    init(name: String, kind: Kind, note: String) {
        self.name = name
        self.kind = kind
        self.note = note
        place = Parameter.declared.add(1, ordering: .relaxed).oldValue
    }

    static func number(_ name: String, _ limits: ClosedRange<Double>, _ note: String) -> Parameter {
        Parameter(name: name, kind: .number(limits), note: note)
    }

    static func flag(_ name: String, _ note: String) -> Parameter { Parameter(name: name, kind: .flag, note: note) }

    static func choice<Case: CaseIterable & RawRepresentable<String>>(
        _ name: String, _ cases: Case.Type, _ note: String
    ) -> Parameter {
        Parameter(name: name, kind: .choice(Case.allCases.map(\.rawValue)), note: note)
    }
}
