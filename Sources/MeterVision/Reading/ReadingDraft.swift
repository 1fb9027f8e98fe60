/// A reading as it comes together, step by step; what a step could not tell stays open.
struct ReadingDraft {
    private let decoded: DecodedPhoto
    private let meter: HintedMeter
    private let calibration: Calibration
    /// What light, focus and size make of the photo.
    var quality: PhotoQuality?
    /// The window that is read, and another that might have been meant.
    var choice: WindowChoice?
    /// What light, focus and distance make of the window.
    var windowQuality: WindowQuality?
    /// What the plate says.
    var plate = PlateResult.notLookedAt
    private var line: LineReading?
    private var digits: [WheelReading] = []
    private var interval: IndexInterval?
    private var preference: HintUse?
    private var betweenWheels = false
    private var wheelsThatFit = 1.0
    /// Without a look at the single wheels nothing speaks for them or against them.
    private var leastWheel = 0.5
    private var mayLackDigit = false

    /// A contradicted index counts for no more than this chance: nobody has measured how often it is right all the same.
    private static let mostWhenContradicted = 0.5

    init(_ decoded: DecodedPhoto, _ meter: HintedMeter, _ calibration: Calibration) {
        (self.decoded, self.meter, self.calibration) = (decoded, meter, calibration)
    }

    /// The line of digits, what each wheel shows by itself, which of them stand between two digits, and whether something
    /// known chose between those.
    mutating func take(
        _ line: LineReading, _ wheels: SeenWheels, between halfRolled: [HalfRolledWheel], preferredBy use: HintUse?
    ) {
        self.line = line
        preference = use
        let (cells, seen) = (wheels.cells, wheels.positions)
        mayLackDigit = wheels.roomBefore > 0.7
        let isWhole = seen.count == line.digits.count && seen.allSatisfy { $0 != nil }
        let lastBlack = line.digits.lastIndex { !$0.isDecimal }
        // What something known chose is not open any more; the doubt stays in the decision.
        interval = IndexInterval(
            line, wheels: use == nil ? halfRolled : [],
            last: isWhole ? lastBlack.flatMap { seen[$0]?.position } : nil)
        guard cells.count == line.digits.count else { return }
        let settled = isWhole ? CarryRule.settle(seen.map { $0?.position ?? 0 }) : []
        betweenWheels = halfRolled.contains { $0.settled == nil }
        var (fitting, compared, least) = (0, 0, 1.0)
        for (place, digit) in line.digits.enumerated() {
            let position = isWhole ? seen[place] : nil
            digits.append(
                WheelReading(
                    value: digit.value, position: position.map { Self.tenths($0.position) } ?? Double(digit.value),
                    confidence: line.confidences[place], isDecimal: digit.isDecimal,
                    box: inFull(cells[place])))
            guard !digit.isDecimal, let position else { continue }
            compared += 1
            least = min(least, position.bearings[digit.value])
            // A wheel on its way to the next digit stands up to one digit beyond the one that holds.
            var beyond = (position.position - Double(digit.value)).truncatingRemainder(dividingBy: 10)
            if beyond < -5 { beyond += 10 } else if beyond >= 5 { beyond -= 10 }
            if (-0.3...1).contains(beyond) { fitting += 1 }
            if settled[place].slack > 0.3, position.certainty > 0.5, line.confidences[place] < 0.9 {
                betweenWheels = true
            }
        }
        if compared > 0 { (wheelsThatFit, leastWheel) = (Double(fitting) / Double(compared), least) }
    }

    private static func tenths(_ position: Double) -> Double {
        let tenths = (position * 10).rounded() / 10
        return tenths >= 10 ? 0 : tenths
    }

    /// The quad in pixels of the full-size photo.
    private func inFull(_ quad: Quad) -> Quad {
        let across = Double(decoded.size.width) / Double(decoded.photo.width)
        let down = Double(decoded.size.height) / Double(decoded.photo.height)
        return quad.mapCorners { Point(x: $0.x * across, y: $0.y * down) }
    }

    /// What the photo says, as far as the steps got.
    var reading: PhotoReading {
        var reading = PhotoReading(
            index: line?.index, decimals: line?.decimals, serial: plate.serial, decision: .refuse, probability: 0,
            digits: digits, window: choice.map { inFull($0.window.quad) }, reasons: [], milliseconds: 0,
            size: decoded.size, photo: decoded.photo)
        reading.interval = interval
        reading.serialFinding = plate.finding
        if reading.index?.isEmpty == true { reading.index = nil }
        if reading.decimals?.isEmpty == true { reading.decimals = nil }
        let limits = calibration.quality
        guard let choice, let windowQuality else {
            let hopeless = quality?.reasons(limits.refuse) ?? []
            reading.reasons = hopeless.isEmpty ? [.noWindow] + (quality?.reasons(limits.advise) ?? []) : hopeless
            return reading
        }
        guard !choice.window.isDisplay else {
            // Another photo would show the same display: a person reads it.
            reading.decision = .review
            reading.reasons = [.displayNotRead] + (choice.rival == nil ? [] : [.severalWindows])
            if plate.wasNotRead { reading.reasons.append(.serialNotRead) }
            return reading
        }
        guard let line, !line.index.isEmpty else {
            reading.reasons = [.windowNotLegible] + windowQuality.reasons(limits, in: decoded.size)
            return reading
        }
        let features = DecisionFeatures(
            line: line, window: choice.window, wheels: wheelsThatFit, leastWheel: leastWheel)
        reading.features = features
        if let decision = calibration.decision {
            (reading.decision, reading.probability) = decision.decide(features)
        } else {
            // An uncalibrated model knows what it saw, but not what that is worth.
            (reading.decision, reading.probability) = (.review, line.confidences.reduce(1, *))
        }
        explain(&reading, line, choice, windowQuality)
        if let decision = calibration.decision,
            reading.probability < decision.proposeAt || features[.agreement] < decision.proposeAgreement
        {
            reading.withholdIndex()
        }
        return reading
    }

    /// Whether the plate has the serial that the meter is registered with.
    private var showsRegisteredSerial: Bool { plate.serial != nil && meter.hints.serial != nil && !plate.differs }

    /// Whether the window clearly shows another number of black wheels; other colours of the same digits do not count.
    private func shows(_ line: LineReading, otherThan wheels: Int) -> Bool {
        line.cost > 3 && line.unbound.count { !$0.isDecimal } != wheels
            && line.unbound.map(\.value) != line.digits.map(\.value)
    }

    /// The doubts that what is known of the meter raises; each is told among the uses, and lowers the probability.
    private func known(_ reading: inout PhotoReading, _ line: LineReading) -> [ReasonCode] {
        reading.uses = meter.uses(in: line) + (preference.map { [$0] } ?? [])
        var doubts: [ReasonCode] = []
        // Where red begins elsewhere than the meter's count says, the colours are not those of its wheels: a person looks.
        let isMoved = reading.uses.contains { if case .wheelCountChoseLine = $0 { true } else { false } }
        if isMoved { doubts.append(.wheelCountDiffers) }
        let contradiction = meter.contradiction(of: line.index)
        if contradiction.isBelowLast, let last = meter.hints.lastIndex {
            doubts.append(.indexLowerThanLast)
            reading.uses.append(.lastIndexLoweredConfidence(last: last))
        }
        if contradiction.isFarFromExpected, let expected = meter.hints.expected {
            doubts.append(.indexUnexpected)
            reading.uses.append(.intervalLoweredConfidence(from: expected.from, through: expected.through))
        }
        if let wheels = meter.hints.wheels, shows(line, otherThan: wheels) {
            if !isMoved { doubts.append(.wheelCountDiffers) }
            reading.uses.append(.wheelCountLoweredConfidence(shown: line.unbound.count { !$0.isDecimal }))
        }
        if !doubts.isEmpty { reading.probability = min(reading.probability, Self.mostWhenContradicted) }
        // Another meter's index may well be read right: the probability stays, and a person decides.
        if let serial = plate.serial, meter.hints.serial != nil {
            if plate.differs { doubts.append(.serialDiffers) }
            reading.uses.append(plate.differs ? .serialDiffered(shown: serial) : .serialMatchedRegistered)
        }
        return doubts
    }

    /// Adds the reasons; some of them send a reading to a person that would else have been accepted.
    private func explain(
        _ reading: inout PhotoReading, _ line: LineReading, _ choice: WindowChoice, _ quality: WindowQuality
    ) {
        var doubts = known(&reading, line)
        if choice.rival != nil { doubts.append(.severalWindows) }
        if quality.isCutOff(calibration.quality) { doubts.append(.windowCutOff) }
        // Combination locks and tally counters are wheels too; red decimals tell a gas meter from them, two of them at least
        // unless it is known to have fewer.
        // What the photo shows by itself counts: a line that must have red ones has them in any case.
        let red = min(line.decimals.count, line.unbound.count { $0.isDecimal })
        if red < min(meter.hints.decimals ?? 2, 2) { doubts.append(.decimalsNotSeen) }
        // Of a meter that has none only its own serial tells it from them.
        if meter.hints.decimals == 0, !showsRegisteredSerial { doubts.append(.serialNotRead) }
        // Where one more wheel would fit before the first one, a zero in the shade may have been passed over.
        if mayLackDigit { doubts.append(.digitUnsure) }
        // What something known chose stays a person's to confirm.
        if interval != nil || preference != nil { doubts.append(.wheelBetween) }
        // Without a wheel count only the colours tell where the decimals begin.
        if meter.hints.wheels == nil, line.colourLead < 4, !mayLackDigit { doubts.append(.digitUnsure) }
        if !doubts.isEmpty, reading.decision == .accept { reading.decision = .review }

        var weak: [ReasonCode] = []
        if reading.decision != .accept {
            if choice.window.legible < (calibration.decision?.minimumLegible ?? 0) { weak.append(.windowNotLegible) }
            weak += quality.reasons(calibration.quality, in: decoded.size).filter { !doubts.contains($0) }
            if betweenWheels { weak.append(.wheelBetween) }
            if line.leastBlackConfidence < 0.95 { weak.append(.digitUnsure) }
            // Something must be said to who asks why; that the whole was not sure enough is the digits' doubt.
            weak.removeAll { doubts.contains($0) }
            if weak.isEmpty, doubts.isEmpty { weak.append(.digitUnsure) }
        }
        reading.reasons = reading.decision == .refuse ? weak + doubts : doubts + weak
        if plate.wasNotRead, !reading.reasons.contains(.serialNotRead) { reading.reasons.append(.serialNotRead) }
    }
}

extension PhotoReading {
    /// Tells no index: what was made of the window is a guess, and a guess leads whoever reads the photo astray.
    fileprivate mutating func withholdIndex() {
        (index, decimals, interval, digits, uses) = (nil, nil, nil, [], [])
    }
}
