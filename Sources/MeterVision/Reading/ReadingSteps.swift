/// What each step of a reading gave, for looking at it; a step that was not reached gave nothing.
///
/// Places are pixels of the decoded photo, which may be smaller than the file's picture (`decoded.size`).
public struct ReadingSteps: Sendable {
    /// 1. The photo, upright.
    package internal(set) var decoded: DecodedPhoto?
    /// 2. What light, focus and size make of it.
    package internal(set) var quality: PhotoQuality?
    /// The limits that it is held against.
    package internal(set) var limits: QualityLimits?
    /// 3. Where the finder saw windows.
    package internal(set) var found: FoundWindows?
    /// 4. The window that was chosen, refined, and its quality.
    package internal(set) var choice: WindowChoice?
    package internal(set) var windowQuality: WindowQuality?
    /// 5. The columns of the first look.
    package internal(set) var columns: DigitColumns?
    /// 6. The line as the columns give it, before wheels and hints.
    package internal(set) var line: LineReading?
    /// 7. Each wheel by itself, and those between two digits.
    package internal(set) var wheels: SeenWheels?
    package internal(set) var halfRolled: [HalfRolledWheel] = []
    /// The line once the carry rule and what is known of the meter have settled what they can.
    package internal(set) var settledLine: LineReading?
    /// 8. What the plate says, and where it was looked for.
    package internal(set) var plate: PlateResult?
    package internal(set) var plateRegions: [Quad] = []
    /// How long each step took, in the order in which they ran.
    package internal(set) var times: [(step: Step, milliseconds: Double)] = []

    /// The steps by name.
    package enum Step: String, CaseIterable, Sendable {
        case decode
        case quality
        case finder
        case window
        case columns
        case line
        case wheels
        case carry
        case serial
        case decision
    }

    /// No step yet.
    package init() {}

    private var clock = StepClock()

    /// Notes the time since the last step.
    mutating func end(_ step: Step) { times.append((step, clock.lap())) }
}

/// Measures from one call to the next.
private struct StepClock: Sendable {
    private var last = ContinuousClock().now

    mutating func lap() -> Double {
        let now = ContinuousClock().now
        defer { last = now }
        return (now - last).milliseconds
    }
}
