package import MeterCore

/// The meter before the camera: its kind, its window, the plate round it, and what is written on it.
///
/// Lengths are in hundredths of the window's height; the window's top left is the origin.
package struct Meter: Sendable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case diaphragm, rotary, turbine, prepaid, corrector
    }

    /// What shows the index.
    package enum Register: Sendable {
        case wheels(CounterLook, CounterState)
        case display(LCDLook, LCDReading)
    }

    package let kind: Kind
    package let register: Register
    package let window: Box
    /// The plate's edges.
    package let plate: Box
    package let serial: String
    package let year: Int
    /// Size on the plate, where it is known.
    let size: String?
    let housing: HousingShape
    let paint: Paint
    /// Where the plate has its code, if it has one.
    package let code: CodeSlot?
    /// Where a prepaid meter has its keys.
    package let keypad: Box?
    /// Where a prepaid meter with wheels shows its credit.
    package let smallDisplay: Box?

    static let kindParameter = Parameter.choice("meter.kind", Kind.self, "What kind of meter it is")
    static let displayOnPrepaid = Parameter.flag(
        "meter.display", "Whether a prepaid meter shows its index on the LCD alone, not on wheels")
    static let above = Parameter.number("plate.above", 20...600, "Plate above the window, in hundredths of its height")
    static let below = Parameter.number("plate.below", 20...600, "Plate below the window, in hundredths of its height")
    static let beside = Parameter.number(
        "plate.beside", 5...300, "Plate on each side, in hundredths of the window's height")
    static let keypadShare = Parameter.flag("meter.keypad", "Whether a prepaid meter has a keypad")
    static let smallDisplayShare = Parameter.flag(
        "meter.small-display", "Whether a prepaid meter with wheels shows its credit on a small LCD")
    static let digitsOfSerial = Parameter.number("plate.serial-digits", 6...14, "Digits of the serial number")
    static let builtIn = Parameter.number("plate.year", 1965...2030, "Year on the plate")

    static let parameters: [Parameter] =
        [
            kindParameter, displayOnPrepaid, above, below, beside, keypadShare, smallDisplayShare, digitsOfSerial,
            builtIn,
        ]
        + HousingShape.parameters + Paint.parameters + CodeSlot.parameters

    /// A meter of chance; `wheels` gives its counter's count instead of chance, in thousandths of the last wheel's digit, and
    /// `face` all that is known of a simulated meter.
    ///
    /// What is given is thrown all the same and then laid aside, so that the rest of a look does not depend on it.
    package init(_ dice: inout Dice, showing wheels: WheelCounter? = nil, face: MeterFace? = nil) {
        let wheels = face?.counter ?? wheels
        let thrown: Kind = dice.choice(Meter.kindParameter)
        let kind = face?.kind ?? thrown
        self.kind = kind
        let isDisplay = kind == .corrector || (kind == .prepaid && dice.flag(Meter.displayOnPrepaid))
        let width: Double
        if isDisplay, wheels == nil {
            let look = LCDLook(kind, &dice)
            width = look.width
            register = .display(look, LCDReading(look, &dice))
        } else {
            let look = CounterLook(&dice, wheels: wheels?.wheels, black: face?.blackWheels)
            width = look.width
            let counter = wheels ?? CounterState.count(look, &dice)
            register = .wheels(look, CounterState(look: look, counter: counter, &dice))
        }
        window = Box(0, 0, width, 100)
        housing = HousingShape(kind, &dice, form: face?.housing)
        paint = Paint(&dice)
        let built = dice.whole(Meter.builtIn)
        year = face?.year ?? built
        size = face?.size
        let digits = dice.whole(Meter.digitsOfSerial)
        let number = (0..<digits).map { place in
            String(place == 0 ? dice.random.whole(1...9) : dice.random.whole(0...9))
        }.joined()
        serial = face?.serial ?? number
        var left = dice.number(Meter.beside)
        var right = dice.number(Meter.beside)
        if case .wheels(let look, _) = register {
            // The frame and the notched end stand on the plate.
            left = max(left, 8 - look.surround.left)
            right = max(right, look.surround.right - width + 8)
        }
        var below = dice.number(Meter.below)
        let above = dice.number(Meter.above)
        let bare = Box(-left, -above, width + right, 100 + below)
        code = CodeSlot(window: window, plate: bare, serial: serial, year: year, type: face?.size, &dice)
        if kind == .prepaid, dice.flag(Meter.keypadShare) {
            let tall = dice.random.within(140...260)
            let top = max(130, (code?.footprint.bottom ?? 0) + 16)
            keypad = Box(x: width * 0.2, y: top, width: max(150, width * 0.6), height: tall)
            below = max(below, top + tall - 60)
        } else {
            keypad = nil
        }
        let hasSmallDisplay = dice.flag(Meter.smallDisplayShare)
        let small = Meter.place(ofSmallDisplayAbove: min(0, code?.footprint.top ?? 0), width, &dice.random)
        smallDisplay = kind == .prepaid && !isDisplay && hasSmallDisplay ? small : nil
        plate = Box(
            around: Box(-left, -above, width + right, 100 + below).corners
                + [code?.footprint, keypad, smallDisplay].flatMap { $0?.grown(by: 8).corners ?? [] })
    }

    /// Where a small display has its glass, over whatever ends at `bottom`.
    private static func place(ofSmallDisplayAbove bottom: Double, _ width: Double, _ random: inout SeededRandom) -> Box
    {
        let height = random.within(55...85)
        let wide = height * random.within(2.4...3.6)
        let left = max(0, width - wide) * random.unit()
        return Box(x: left, y: bottom - random.within(50...80) - height, width: wide, height: height)
    }

    /// What stands on the plate already, so that print keeps clear of it: the window with its frame and marks, code, keys.
    var occupied: [Box] {
        var boxes = [code?.footprint.grown(by: 6), keypad?.grown(by: 12), smallDisplay?.grown(by: 22)].compactMap { $0 }
        guard case .wheels(let look, _) = register else { return boxes + [window.grown(x: 24, y: 22)] }
        let marks = look.marks
        let border = look.left(of: look.blackWheels)
        boxes.append(look.surround.grown(by: 7))
        if look.redWheels > 0 {
            if marks.separator || marks.pointer {
                boxes.append(Box(border - 14, look.surround.top - 16, border + 14, look.surround.bottom + 16))
            }
            if marks.comma { boxes.append(Box(border - 16, 90, border + 16, look.surround.bottom + 34)) }
        }
        return boxes
    }
}
