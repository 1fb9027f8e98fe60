/// What chance decided about one photo, by parameter.
package struct Outcomes: Sendable, Codable {
    /// By parameters' places.
    private var byPlace: [Dice.Outcome?]

    init() { byPlace = [Dice.Outcome?](repeating: nil, count: Outcomes.names.count) }

    package subscript(_ parameter: Parameter) -> Dice.Outcome? {
        parameter.place < byPlace.count ? byPlace[parameter.place] : nil
    }

    /// Keeps what a parameter came out as first.
    mutating func note(_ parameter: Parameter, _ outcome: Dice.Outcome) {
        if byPlace[parameter.place] == nil { byPlace[parameter.place] = outcome }
    }

    /// Parameters' names by their places; empty where none has the place.
    private static let names: [String] = {
        var names = [String](repeating: "", count: 1 + (Parameter.all.map(\.place).max() ?? 0))
        for parameter in Parameter.all { names[parameter.place] = parameter.name }
        return names
    }()

    /// Read as an object by parameters' names.
    ///
    /// - Throws: what the decoder throws; names that no parameter has are passed over.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer().decode([String: Dice.Outcome].self)
        byPlace = Outcomes.names.map { values[$0] }
    }

    /// Written as an object by parameters' names.
    package func encode(to encoder: any Encoder) throws {
        var values: [String: Dice.Outcome] = [:]
        for (name, outcome) in zip(Outcomes.names, byPlace) { values[name] = outcome }
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}
