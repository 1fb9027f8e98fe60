/// The status word of a volume corrector, momentary or latched until it is acknowledged.
///
/// The split in alarms and warnings follows the makers: while an alarm is on, volumes go to the disturbed counters
/// (EK280's manual, chapter 10; EN 12405-1, 6.3.4: what to do outside the limits). The bits are our own.
public struct CorrectorStatus: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Status of a word.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Alarm: the pressure sensor failed or measures outside the table; the substitute pressure is used.
    public static var pressureFailed: CorrectorStatus { CorrectorStatus(rawValue: 1 << 0) }
    /// Alarm: the temperature sensor failed or measures outside the table; the substitute temperature is used.
    public static var temperatureFailed: CorrectorStatus { CorrectorStatus(rawValue: 1 << 1) }
    /// Warning: the pulse inputs differ.
    public static var pulsesDiffer: CorrectorStatus { CorrectorStatus(rawValue: 1 << 4) }
    /// Warning: the battery should be replaced.
    public static var batteryLow: CorrectorStatus { CorrectorStatus(rawValue: 1 << 5) }
    /// Warning: the battery is dead: nothing is counted, only the meter's own index goes on.
    public static var batteryDead: CorrectorStatus { CorrectorStatus(rawValue: 1 << 6) }
    /// Warning: the case or the calibration lock was opened.
    public static var caseOpened: CorrectorStatus { CorrectorStatus(rawValue: 1 << 7) }
    /// Warning: the clock was set back.
    public static var clockSetBack: CorrectorStatus { CorrectorStatus(rawValue: 1 << 8) }

    /// The alarms, under which volumes are disturbed.
    public static var alarms: CorrectorStatus { pressureFailed.union(.temperatureFailed) }
}
