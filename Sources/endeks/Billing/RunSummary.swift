import Accounts
import Billing
import Foundation
import Quantities
import Wording

/// What a billing run came to, as it is told at its end.
struct RunSummary {
    private(set) var held: [HeldReading] = []
    private(set) var done = 0
    private var billed = 0
    private var kurus: Int128 = 0
    private var before = 0
    private var putOff = 0
    private var frozen = 0
    /// The lines of the file that show a fault, by the fault.
    private var flagged: [MeterFault: [Int]] = [:]

    init(notRead: [RoundTable.NotRead]) { held = notRead.map { HeldReading($0) } }

    mutating func add(_ results: [RunResult]) {
        done += results.count
        for result in results {
            for flag in result.flags { flagged[flag.fault, default: []].append(result.reading.line) }
            switch result.outcome {
            case .billed(_, let payable):
                billed += 1
                kurus += Int128(payable.kurus)
            case .billedBefore: before += 1
            case .putOff(.belowMinimum): putOff += 1
            case .putOff(.frozen): frozen += 1
            case .held(let error): held.append(HeldReading(result.reading, error))
            }
        }
    }

    /// What became of the lines, a line for each kind that there is.
    func lines(refused: Int) -> [String] {
        var lines = ["\(billed) billed, \(Money(kurus: Int64(clamping: kurus))) TL payable"]
        if before > 0 { lines.append("\(before) billed before by the same reading, left as they are") }
        if putOff > 0 { lines.append("\(putOff) put off: so little was used that it stays on the index") }
        if frozen > 0 { lines.append("\(frozen) frozen: billed after the customer's return") }
        if !held.isEmpty {
            let reasons = Dictionary(held.map { ($0.reason, 1) }, uniquingKeysWith: +)
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            lines.append(
                "\(held.count) for a person: "
                    + reasons.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
        for (fault, places) in flagged.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let shown = places.sorted().prefix(10).map(String.init).joined(separator: ", ")
            lines.append(
                "fault-\(fault.rawValue) of \(places.count): \(FaultWords.words(fault.rawValue, in: .english)); lines \(shown)"
                    + (places.count > 10 ? ", …" : ""))
        }
        if refused > 0 { lines.append("\(refused) \(refused == 1 ? "line" : "lines") refused") }
        return lines
    }
}
