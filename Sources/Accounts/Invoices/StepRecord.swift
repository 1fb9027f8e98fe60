import Billing
import Quantities

/// A step of the derivation as invoices of before 2026-12 have it, with the name of every member.
struct StepRecord: Decodable {
    struct Operand: Decodable {
        let role: String
        let figure: String
    }

    struct Day: Decodable {
        let role: String
        let date: String
    }

    let code: String
    let operands: [Operand]
    let result: String
    let isShownRounded: Bool
    /// None in invoices of before there were any.
    let days: [Day]?
    let policy: String?

    func value() throws -> DerivationStep {
        DerivationStep(
            code: try stored(code),
            operands: try operands.map {
                .init(try stored($0.role), try DecimalFigure(parsing: $0.figure, notation: .plain))
            },
            result: try DecimalFigure(parsing: result, notation: .plain), isShownRounded: isShownRounded,
            days: try (days ?? []).map { .init(try stored($0.role), try CivilDate(iso8601: $0.date)) }, policy: policy)
    }
}
