public import Quantities

/// One line of how an invoice was computed: figures in, one figure out.
///
/// Its words stand in `Wording`, by code.
///
/// Every result is computed from the operands as shown and rounded half away from zero to the decimals that it shows, so
/// that a customer with a pocket calculator comes to the same result.
public struct DerivationStep: Hashable, Sendable {
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
    /// The document that the step is about, such as the invoice that was paid late; `nil` where it is about the one at hand.
    public let reference: String?

    /// A step of those figures.
    public init(
        code: Code, operands: [Operand], result: DecimalFigure, isShownRounded: Bool = false, days: [Day] = [],
        policy: String? = nil, reference: String? = nil
    ) {
        self.code = code
        self.operands = operands
        self.result = result
        self.isShownRounded = isShownRounded
        self.days = days
        self.policy = policy
        self.reference = reference
    }

    /// The same step about a document.
    package func about(_ reference: String?) -> DerivationStep {
        DerivationStep(
            code: code, operands: operands, result: result, isShownRounded: isShownRounded, days: days, policy: policy,
            reference: reference)
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
}
