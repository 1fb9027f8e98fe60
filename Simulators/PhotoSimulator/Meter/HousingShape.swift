/// What housing a meter has and how it is proportioned; generic shapes, none of a maker's own.
package struct HousingShape: Sendable {
    package enum Form: String, CaseIterable, Sendable {
        /// Two pressed halves with a seam; a box for the index in the same paint.
        case pressedSteel = "pressed-steel"
        /// Painted steel with a wide crimped belt.
        case belted
        /// One tall box with round shoulders.
        case tallRounded = "tall-rounded"
        /// A raised plastic frame with a deep plate.
        case plasticFrame = "plastic-frame"
        /// Arched shoulders, a bright metal rim round the plate.
        case metalBezel = "metal-bezel"
        /// A cover with a gasket and side lugs on top of a bag.
        case bag
        /// A box of clear plastic with cut corners that stands out.
        case indexCover = "index-cover"
        /// A cover of moulded resin, held by four screws.
        case screwedCover = "screwed-cover"
        /// A flat box of cast aluminium.
        case castBox = "cast-box"
        /// Hardly larger than its plate.
        case compact
        /// The big bellows of a boiler house.
        case industrial
        case rotarySquare = "rotary-square"
        case rotaryDrum = "rotary-drum"
        case turbineRound = "turbine-round"
        case turbineSquare = "turbine-square"
        case prepaidTall = "prepaid-tall"
        case prepaidFace = "prepaid-face"
        case correctorCast = "corrector-cast"
        case correctorPlastic = "corrector-plastic"

        /// Whether the plate is a disc under a round glass.
        var isRound: Bool { self == .turbineRound || self == .rotaryDrum }

        /// Width, rise above and drop below the index box, in that box's widths.
        fileprivate var proportions: (wide: ClosedRange<Double>, rise: ClosedRange<Double>, drop: ClosedRange<Double>) {
            switch self {
            case .pressedSteel, .belted: (1.3...1.75, 0.1...0.35, 0.7...1.1)
            case .tallRounded: (1.15...1.5, 0.14...0.4, 0.9...1.4)
            case .plasticFrame: (1.12...1.45, 0.08...0.3, 0.6...1.0)
            case .metalBezel: (1.15...1.4, 0.08...0.22, 0.6...0.9)
            case .bag: (0.94...1.1, 0.02...0.06, 0.6...0.9)
            case .indexCover: (1.3...1.7, 0.1...0.3, 0.6...1.0)
            case .screwedCover: (1.2...1.7, 0.05...0.2, 0.7...1.1)
            case .castBox: (1.05...1.3, 0.06...0.2, 0.25...0.6)
            case .compact: (1.04...1.14, 0.05...0.12, 0.3...0.55)
            case .industrial: (2.0...2.8, 0.3...0.7, 1.0...1.7)
            case .rotarySquare: (1.5...2.2, 0.05...0.2, 0.5...0.8)
            case .rotaryDrum: (1.5...2.0, 0.1...0.2, 0.3...0.5)
            case .turbineRound, .turbineSquare: (1.7...2.4, 0.0...0.02, 0.7...1.0)
            case .prepaidTall: (1.06...1.2, 0.12...0.3, 0.3...0.6)
            case .prepaidFace: (1.06...1.3, 0.08...0.2, 0.5...0.8)
            case .correctorCast: (1.05...1.25, 0.08...0.2, 0.12...0.35)
            case .correctorPlastic: (1.05...1.2, 0.06...0.15, 0.1...0.3)
            }
        }
    }

    let form: Form
    /// Breadth of what lies round the plate.
    let rim: Double
    private let wide: Double
    private let rise: Double
    private let drop: Double
    private let aside: Double

    private static func parameter(_ kind: Meter.Kind, _ forms: [Form]) -> Parameter {
        Parameter(
            name: "housing.\(kind.rawValue)", kind: .choice(forms.map(\.rawValue)),
            note: "The housing of a \(kind.rawValue) meter")
    }

    static let diaphragm = parameter(
        .diaphragm,
        [
            .pressedSteel, .belted, .tallRounded, .plasticFrame, .metalBezel, .bag, .indexCover, .screwedCover,
            .castBox,
            .compact, .industrial,
        ])
    static let rotary = parameter(.rotary, [.rotarySquare, .rotaryDrum])
    static let turbine = parameter(.turbine, [.turbineRound, .turbineSquare])
    static let prepaid = parameter(.prepaid, [.prepaidTall, .prepaidFace, .plasticFrame, .tallRounded])
    static let corrector = parameter(.corrector, [.correctorCast, .correctorPlastic])
    static let rimParameter = Parameter.number(
        "housing.rim", 8...140, "Breadth of the index box round the plate, in hundredths of the window's height")
    static let parameters = [diaphragm, rotary, turbine, prepaid, corrector, rimParameter]

    /// One that suits the kind, or has the form that is given.
    init(_ kind: Meter.Kind, _ dice: inout Dice, form given: Form? = nil) {
        let choice =
            switch kind {
            case .diaphragm: HousingShape.diaphragm
            case .rotary: HousingShape.rotary
            case .turbine: HousingShape.turbine
            case .prepaid: HousingShape.prepaid
            case .corrector: HousingShape.corrector
            }
        let thrown: Form = dice.choice(choice)
        form = given ?? thrown
        rim = dice.number(HousingShape.rimParameter)
        wide = dice.random.unit()
        rise = dice.random.unit()
        drop = dice.random.unit()
        aside = dice.random.within(-0.15...0.15)
    }

    /// The index box: what lies close round the plate.
    func head(around plate: Box) -> Box {
        guard form.isRound else { return plate.grown(x: rim * 1.15, y: rim) }
        return Box(around: [plate.centre]).grown(by: HousingShape.discRadius(of: plate) + rim)
    }

    /// The whole housing, without its connections.
    func body(around head: Box) -> Box {
        let share = form.proportions
        func length(_ range: ClosedRange<Double>, _ part: Double) -> Double {
            head.width * (range.lowerBound + (range.upperBound - range.lowerBound) * part)
        }
        let width = length(share.wide, wide)
        let centre = head.centre.x + (width - head.width) * aside
        return Box(
            centre - width / 2, head.top - length(share.rise, rise), centre + width / 2,
            head.bottom + length(share.drop, drop))
    }

    /// Radius of a round plate that holds a rectangle of print.
    static func discRadius(of plate: Box) -> Double {
        (plate.width * plate.width + plate.height * plate.height).squareRoot() / 2 + 14
    }
}
