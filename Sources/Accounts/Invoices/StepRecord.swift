import Billing
import Quantities

/// A step of the derivation as it is stored.
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

    init(_ step: DerivationStep) {
        code = step.code.rawValue
        operands = step.operands.map { Operand(role: $0.role.rawValue, figure: $0.figure.description) }
        result = step.result.description
        isShownRounded = step.isShownRounded
        days = step.days.isEmpty ? nil : step.days.map { Day(role: $0.role.rawValue, date: $0.date.description) }
        policy = step.policy
    }

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

extension StepRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("code", code)
        json.member("operands", operands)
        json.member("result", result)
        json.member("isShownRounded", isShownRounded)
        json.member("days", days)
        json.member("policy", policy)
    }
}

extension StepRecord.Operand: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("role", role)
        json.member("figure", figure)
    }
}

extension StepRecord.Day: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("role", role)
        json.member("date", date)
    }
}
