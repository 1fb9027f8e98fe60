import Billing
import Quantities

/// A step of the derivation as it is stored; half of an invoice's bytes are steps.
struct StepRecord: Decodable {
    /// An operand as invoices of before 2026-12 have it.
    struct Operand: Decodable {
        let role: String
        let figure: String
    }

    struct Day: Decodable {
        let role: String
        let date: String
    }

    let code: String
    /// Each operand's role and figure, one after the other; none where there are `operands`.
    let of: [String]?
    let operands: [Operand]?
    let result: String
    /// Not there where it is not so.
    let isShownRounded: Bool?
    /// None in invoices of before there were any.
    let days: [Day]?
    let policy: String?

    init(_ step: DerivationStep) {
        code = step.code.rawValue
        of = step.operands.flatMap { [$0.role.rawValue, $0.figure.description] }
        operands = nil
        result = step.result.description
        isShownRounded = step.isShownRounded ? true : nil
        days = step.days.isEmpty ? nil : step.days.map { Day(role: $0.role.rawValue, date: $0.date.description) }
        policy = step.policy
    }

    func value() throws -> DerivationStep {
        DerivationStep(
            code: try stored(code), operands: try operandValues(),
            result: try DecimalFigure(parsing: result, notation: .plain), isShownRounded: isShownRounded ?? false,
            days: try (days ?? []).map { .init(try stored($0.role), try CivilDate(iso8601: $0.date)) }, policy: policy)
    }

    private func operandValues() throws -> [DerivationStep.Operand] {
        guard let pairs = of ?? operands?.flatMap({ [$0.role, $0.figure] }), pairs.count.isMultiple(of: 2) else {
            throw StoredValueError()
        }
        return try stride(from: 0, to: pairs.count, by: 2).map {
            .init(try stored(pairs[$0]), try DecimalFigure(parsing: pairs[$0 + 1], notation: .plain))
        }
    }
}

extension StepRecord: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("code", code)
        json.member("of", of)
        json.member("result", result)
        json.member("isShownRounded", isShownRounded)
        json.member("days", days)
        json.member("policy", policy)
    }
}

extension StepRecord.Day: JSONWritable {
    func writeMembers(into json: inout JSONText) {
        json.member("role", role)
        json.member("date", date)
    }
}
