import MeterVision
import Wording

/// A reading's codes in words, for people at a terminal.
enum ReadWords {
    /// Why it was not accepted, what its wheels leave open, and what was known of the meter that changed anything.
    static func lines(_ reading: PhotoReading) -> [String] {
        let reasons = reading.reasons.map(words)
        let open = reading.interval.map { interval in
            HintWords.interval.text(in: .english, ["lower": interval.lower, "upper": interval.upper])
        }
        return reasons + (open.map { [$0] } ?? []) + reading.uses.map(words)
    }

    static func words(_ reason: ReasonCode) -> String {
        ReadingAnswer.of(reason.rawValue)?.notice.text(in: .english) ?? reason.rawValue
    }

    static func words(_ use: HintUse) -> String { HintWords.words(use.code, use.values, in: .english) }
}
