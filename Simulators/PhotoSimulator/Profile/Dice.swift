/// The chance that makes one scene: a profile's distributions, thrown by a seed, and what was thrown.
package struct Dice: Sendable {
    /// What a parameter came out as.
    package enum Outcome: Hashable, Sendable, Codable {
        case number(Double)
        case flag(Bool)
        case name(String)

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .name(try container.decode(String.self))
            }
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let value): try container.encode((value * 10_000).rounded() / 10_000)
            case .flag(let value): try container.encode(value)
            case .name(let value): try container.encode(value)
            }
        }
    }

    private let profile: Profile
    /// For what no profile speaks of: the wording of a plate, the place of a scratch.
    package var random: SeededRandom
    /// By parameter; one that is thrown more than once keeps its first outcome.
    package private(set) var outcomes = Outcomes()

    package init(profile: Profile, seed: UInt64, stream: UInt64) {
        self.profile = profile
        random = SeededRandom(seed: seed, stream: stream)
    }

    package mutating func number(_ parameter: Parameter) -> Double {
        let value = profile[parameter].draw(&random)
        outcomes.note(parameter, .number(value))
        return value
    }

    package mutating func whole(_ parameter: Parameter) -> Int { Int(number(parameter).rounded()) }

    package mutating func flag(_ parameter: Parameter) -> Bool {
        let value = random.unit() < profile[parameter].draw(&random)
        outcomes.note(parameter, .flag(value))
        return value
    }

    package mutating func choice<Case: RawRepresentable<String>>(_ parameter: Parameter) -> Case {
        let distribution = profile[parameter]
        guard case .choice(let names) = distribution else {
            preconditionFailure("\(parameter.name) is declared a choice, and profiles are checked when they are read")
        }
        let name = names[Int(distribution.draw(&random))].name
        outcomes.note(parameter, .name(name))
        guard let value = Case(rawValue: name) else {
            preconditionFailure("\(parameter.name) has no \(name), and profiles are checked when they are read")
        }
        return value
    }
}
