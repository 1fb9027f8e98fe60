/// Colours of a meter: plate, print and housing.
struct Paint: Sendable {
    let plate: Colour
    let ink: Colour
    let housing: Colour
    /// Whether the plate is bare metal.
    let isMetal: Bool
    /// How much years have taken: 0 new, 1 worn.
    let age: Double

    /// What a plate is made of.
    enum Plate: String, CaseIterable { case white, cream, aluminium, grey, dark, coloured }
    /// What a housing is painted with.
    enum Housing: String, CaseIterable { case grey, white, beige, dark, blue, yellow, green }

    static let plateParameter = Parameter.choice("plate.ground", Plate.self, "The plate's colour")
    static let housingParameter = Parameter.choice("housing.paint", Housing.self, "The housing's colour")
    static let ageParameter = Parameter.number("meter.age", 0...1, "How much years have taken: 0 new, 1 worn")
    static let parameters = [plateParameter, housingParameter, ageParameter]

    init(_ dice: inout Dice) {
        age = dice.number(Paint.ageParameter)
        let plateKind: Plate = dice.choice(Paint.plateParameter)
        let housingKind: Housing = dice.choice(Paint.housingParameter)
        isMetal = plateKind == .aluminium
        var random = dice.random
        plate =
            switch plateKind {
            case .white: Colour(grey: random.within(0.84...1)).varied(by: 0.03, &random)
            case .cream: Colour(0.93, 0.9, random.within(0.68...0.85))
            case .aluminium: Colour(grey: random.within(0.6...0.8))
            case .grey: Colour(grey: random.within(0.42...0.7)).varied(by: 0.04, &random)
            case .dark: Colour(grey: random.within(0.06...0.28))
            case .coloured:
                Colour(random.within(0...0.4), random.within(0.2...0.6), random.within(0.4...0.9))
            }
        let isLight = plate.red + plate.green + plate.blue > 1.2
        ink = Colour(grey: isLight ? random.within(0...0.2) : random.within(0.75...1))
        housing =
            switch housingKind {
            case .grey: Colour(grey: random.within(0.5...0.78)).varied(by: 0.025, &random)
            case .white: Colour(grey: random.within(0.82...0.96)).varied(by: 0.03, &random)
            case .beige: Colour(0.79, 0.77, random.within(0.62...0.72))
            case .dark: Colour(grey: random.within(0.1...0.4))
            case .blue: Colour(random.within(0.1...0.4), random.within(0.45...0.65), random.within(0.65...0.9))
            case .yellow: Colour(random.within(0.8...0.95), random.within(0.65...0.8), random.within(0.1...0.35))
            case .green: Colour(random.within(0.25...0.5), random.within(0.5...0.65), random.within(0.4...0.55))
            }
        dice.random = random
    }
}
