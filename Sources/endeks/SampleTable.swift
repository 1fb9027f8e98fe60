import Foundation
import MeterVision
import Wording

/// The table that `tools/run` fills while photos are read: a line for each, and below it how far the work is.
///
/// On a terminal the bar stays at the bottom and is written anew; piped, only the lines are written.
struct SampleTable {
    private let language: Language
    private let total: Int
    /// The columns of the terminal; nil where the output is no terminal.
    private let columns: Int?
    private let photoWidth: Int
    private let started = ContinuousClock.now
    private var done = 0

    init(language: Language, photos: [String], isTerminal: Bool = isatty(STDOUT_FILENO) == 1) {
        self.language = language
        total = photos.count
        photoWidth = max(8, photos.map(\.count).max() ?? 0)
        columns = isTerminal ? Self.terminalColumns : nil
    }

    /// The names of the columns.
    func begin() {
        let heads = [
            SampleWords.photo, SampleWords.subscriber, SampleWords.index, SampleWords.decision, SampleWords.invoice,
            SampleWords.reply,
        ].map { $0.text(in: language) }
        write(row(heads))
        showProgress()
    }

    /// The line of a photo that is done.
    mutating func add(_ sample: SampleCase) {
        done += 1
        let read = sample.reading.index.map { index in
            index + (sample.reading.decimals.map { language.decimalMark + $0 } ?? "")
        }
        var number = "–"
        if case .billed(let invoice) = sample.outcome { number = invoice.number }
        let decision = sample.decisionWord.text(in: language)
        write(row([sample.photo, sample.subscriber, read ?? "–", decision, number, sample.reply.text(in: language)]))
        showProgress()
    }

    /// Takes the bar away.
    func end() {
        if columns != nil { print("\r\u{1B}[K", terminator: "") }
        flush()
    }

    private func row(_ cells: [String]) -> String {
        let widths = [photoWidth, 12, 11, 17, 17]
        var text = " "
        for (cell, width) in zip(cells, widths) {
            let gap = String(repeating: " ", count: max(0, width - cell.count))
            // Figures stand right, so that their places stand below each other.
            text += " " + (width == widths[2] ? gap + cell : cell + gap) + " "
        }
        return text + " " + (cells.last ?? "")
    }

    private func write(_ line: String) {
        if let columns {
            print("\r\u{1B}[K" + (line.count > columns ? line.prefix(columns - 1) + "…" : line[...]))
        } else {
            print(line)
        }
        flush()
    }

    private func showProgress() {
        guard columns != nil, done < total else { return }
        let width = 24
        let filled = width * done / max(total, 1)
        let seconds = Double((ContinuousClock.now - started).components.seconds) + 0.001
        let rate = done > 0 && seconds >= 1 ? " · \(ReadRecord.decimal(Double(done) / seconds, 1))/s" : ""
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        print("\r\u{1B}[K  ▕\(bar)▏ \(done)/\(total)\(rate)", terminator: "")
        flush()
    }

    private func flush() { fflush(nil) }

    private static var terminalColumns: Int {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
        return isKnown ? Int(size.ws_col) : 100
    }
}
