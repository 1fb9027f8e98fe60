/// A reading as it comes together, step by step; what a step could not tell stays open.
struct ReadingDraft {
    private let decoded: DecodedPhoto
    private let hints: MeterHints
    private let calibration: Calibration
    private var window: SeenWindow?
    private var rival: SeenWindow?
    private var quality: WindowQuality?
    private var line: LineReading?
    private var digits: [WheelReading] = []
    private var betweenWheels = false
    private var wheelsThatFit = 1.0
    private var mayLackDigit = false
    private var plate = PlateResult.notLookedAt

    init(_ decoded: DecodedPhoto, _ hints: MeterHints, _ calibration: Calibration) {
        (self.decoded, self.hints, self.calibration) = (decoded, hints, calibration)
    }

    /// The window that is read, and another that might have been meant.
    mutating func take(_ window: SeenWindow, rival: SeenWindow?) {
        self.window = window
        self.rival = rival
        quality = WindowQuality(of: window.quad, in: decoded.photo)
    }

    /// What the plate says.
    mutating func take(_ plate: PlateResult) { self.plate = plate }

    /// The line of digits, where each stands, and what each wheel shows by itself.
    mutating func take(_ line: LineReading, _ wheels: SeenWheels) {
        self.line = line
        let (cells, seen) = (wheels.cells, wheels.positions)
        mayLackDigit = wheels.roomBefore > 0.7
        guard cells.count == line.digits.count else { return }
        let isWhole = seen.count == line.digits.count && seen.allSatisfy { $0 != nil }
        let settled = isWhole ? CarryRule.settle(seen.map { $0?.position ?? 0 }) : []
        var (fitting, compared) = (0, 0)
        for (place, digit) in line.digits.enumerated() {
            let position = isWhole ? seen[place] : nil
            digits.append(
                WheelReading(
                    value: digit.value, position: position.map { Self.tenths($0.position) } ?? Double(digit.value),
                    confidence: line.confidences[place], isDecimal: digit.isDecimal,
                    box: inFull(cells[place])))
            guard !digit.isDecimal, let position else { continue }
            compared += 1
            // A wheel on its way to the next digit stands up to one digit beyond the one that holds.
            var beyond = (position.position - Double(digit.value)).truncatingRemainder(dividingBy: 10)
            if beyond < -5 { beyond += 10 } else if beyond >= 5 { beyond -= 10 }
            if (-0.3...1).contains(beyond) { fitting += 1 }
            if settled[place].slack > 0.3, position.certainty > 0.5, line.confidences[place] < 0.9 {
                betweenWheels = true
            }
        }
        if compared > 0 { wheelsThatFit = Double(fitting) / Double(compared) }
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
            digits: digits, window: window.map { inFull($0.quad) }, reasons: [], milliseconds: 0, size: decoded.size,
            photo: decoded.photo)
        reading.serialFinding = plate.finding
        if reading.index?.isEmpty == true { reading.index = nil }
        if reading.decimals?.isEmpty == true { reading.decimals = nil }
        guard let window, let quality else {
            reading.reasons = [.noWindow]
            return reading
        }
        guard let line, !line.index.isEmpty else {
            reading.reasons = ([.windowNotLegible] + quality.reasons)
            return reading
        }
        let features = DecisionFeatures(line: line, window: window, wheels: wheelsThatFit)
        reading.features = features
        if let decision = calibration.decision {
            (reading.decision, reading.probability) = decision.decide(features)
        } else {
            // An uncalibrated model knows what it saw, but not what that is worth.
            (reading.decision, reading.probability) = (.review, line.confidences.reduce(1, *))
        }
        explain(&reading, line, window, quality)
        return reading
    }

    /// Whether the window clearly shows another number of black wheels; other colours of the same digits do not count.
    private func shows(_ line: LineReading, otherThan wheels: Int) -> Bool {
        line.cost > 3 && line.unbound.count { !$0.isDecimal } != wheels
            && line.unbound.map(\.value) != line.digits.map(\.value)
    }

    /// Whether the index is lower than the last one; if that is a rollover, `Billing` says so, or a person.
    private func isLowerThanLast(_ line: LineReading) -> Bool {
        guard let last = hints.lastIndex, let index = line.index.wholeNumber else { return false }
        return index < last
    }

    /// Adds the reasons; some of them send a reading to a person that would else have been accepted.
    private func explain(
        _ reading: inout PhotoReading, _ line: LineReading, _ window: SeenWindow, _ quality: WindowQuality
    ) {
        var doubts: [ReasonCode] = []
        if isLowerThanLast(line) { doubts.append(.indexLowerThanLast) }
        if plate.differs { doubts.append(.serialDiffers) }
        if rival != nil { doubts.append(.severalWindows) }
        if let wheels = hints.wheels, shows(line, otherThan: wheels) { doubts.append(.wheelCountDiffers) }
        if quality.beyond > WindowQuality.mostBeyond { doubts.append(.windowCutOff) }
        // Where one more wheel would fit before the first one, a zero in the shade may have been passed over.
        if mayLackDigit { doubts.append(.digitUnsure) }
        let last = digits.last { !$0.isDecimal }
        if OpenCarry.isOpen(decimals: line.decimals, lastPosition: last?.position) { doubts.append(.wheelBetween) }
        // Without a wheel count only the colours tell where the decimals begin.
        if hints.wheels == nil, line.colourLead < 4, !mayLackDigit { doubts.append(.digitUnsure) }
        if !doubts.isEmpty, reading.decision == .accept { reading.decision = .review }

        var weak: [ReasonCode] = []
        if reading.decision != .accept {
            if window.legible < (calibration.decision?.minimumLegible ?? 0) { weak.append(.windowNotLegible) }
            weak += quality.reasons.filter { !doubts.contains($0) }
            if betweenWheels { weak.append(.wheelBetween) }
            if line.leastBlackConfidence < 0.95 { weak.append(.digitUnsure) }
            // Something must be said to who asks why; that the whole was not sure enough is the digits' doubt.
            weak.removeAll { doubts.contains($0) }
            if weak.isEmpty, doubts.isEmpty { weak.append(.digitUnsure) }
        }
        reading.reasons = reading.decision == .refuse ? weak + doubts : doubts + weak
        if plate.wasNotRead { reading.reasons.append(.serialNotRead) }
    }
}

extension String {
    /// The whole number that its digits give; nil if one is no digit or they are too many.
    fileprivate var wholeNumber: Int? { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } ? Int(self) : nil }
}
