import Billing
import Quantities

/// Steps of a derivation as they are stored: a text each, and the editions that they rest on once.
///
/// `measuredVolume;lastIndex:1042;firstIndex:1000;multiplier:1;wheels:5;=42`: the code, the operands, and the result, behind `~`
/// where it is shown rounded. Then `@due:2026-12-08` for each day, `#0` for the place of the edition in the list, and last
/// `!OGZ2026000000001` for the document that the step is about. Codes are the library's, and words stand nowhere.
struct StepTexts {
    private(set) var texts: [String] = []
    /// Every edition, those that were given first.
    private(set) var policies: [String]

    /// The texts of `steps`; editions that are in `policies` are told by their place there.
    init(_ steps: [DerivationStep], policies: [String]) {
        self.policies = policies
        texts.reserveCapacity(steps.count)
        for step in steps { add(step) }
    }

    private mutating func add(_ step: DerivationStep) {
        var text = step.code.rawValue
        text.reserveCapacity(120)
        for operand in step.operands {
            text += ";"
            text += operand.role.rawValue
            text += ":"
            text += operand.figure.description
        }
        text += step.isShownRounded ? ";~" : ";="
        text += step.result.description
        for day in step.days {
            text += ";@"
            text += day.role.rawValue
            text += ":"
            text += day.date.description
        }
        if let policy = step.policy {
            text += ";#"
            text += String(place(of: policy))
        }
        if let reference = step.reference {
            text += ";!"
            text += reference
        }
        texts.append(text)
    }

    private mutating func place(of policy: String) -> Int {
        if let place = policies.firstIndex(of: policy) { return place }
        policies.append(policy)
        return policies.count - 1
    }

    /// The step that a text holds; throws where it holds none, or one with a code that is unknown.
    static func step(_ text: String, policies: [String]) throws -> DerivationStep {
        var rest = Substring(text)
        var reference: String?
        // The number of a document may hold any character.
        if let mark = text.firstRange(of: ";!") {
            reference = String(text[mark.upperBound...])
            rest = text[..<mark.lowerBound]
        }
        let fields = rest.split(separator: ";", omittingEmptySubsequences: false)
        guard let code = fields.first else { throw StoredValueError() }
        var operands: [DerivationStep.Operand] = []
        var days: [DerivationStep.Day] = []
        var (result, isShownRounded): (DecimalFigure?, Bool) = (nil, false)
        var policy: String?
        for field in fields.dropFirst() {
            switch field.first {
            case "=", "~":
                guard result == nil else { throw StoredValueError() }
                result = try figure(field.dropFirst())
                isShownRounded = field.first == "~"
            case "@":
                let (role, date) = try pair(field.dropFirst())
                days.append(.init(try stored(role), try CivilDate(iso8601: date)))
            case "#":
                guard let place = Int(field.dropFirst()), policies.indices.contains(place) else {
                    throw StoredValueError()
                }
                policy = policies[place]
            default:
                let (role, figure) = try pair(field)
                operands.append(.init(try stored(role), try self.figure(Substring(figure))))
            }
        }
        guard let result else { throw StoredValueError() }
        return DerivationStep(
            code: try stored(String(code)), operands: operands, result: result, isShownRounded: isShownRounded,
            days: days, policy: policy, reference: reference)
    }

    private static func pair(_ field: Substring) throws -> (String, String) {
        guard let colon = field.firstIndex(of: ":") else { throw StoredValueError() }
        return (String(field[..<colon]), String(field[field.index(after: colon)...]))
    }

    private static func figure(_ text: Substring) throws -> DecimalFigure {
        try DecimalFigure(parsing: String(text), notation: .plain)
    }
}

/// A step that is stored by itself, with its edition beside it.
struct LoneStepRecord: Decodable, JSONWritable {
    let step: String
    let policies: [String]

    init(_ step: DerivationStep) {
        let texts = StepTexts([step], policies: [])
        (self.step, policies) = (texts.texts[0], texts.policies)
    }

    func value() throws -> DerivationStep { try StepTexts.step(step, policies: policies) }

    func writeMembers(into json: inout JSONText) {
        json.member("step", step)
        json.member("policies", policies)
    }
}
