import Foundation
import Wording

/// The table of the sample utility: written anew in place on a terminal; piped, a line when a photo is answered.
struct DemoScreen {
    private let language: Language
    private let isTerminal: Bool
    private var shown: [DemoRow] = []
    /// How many lines the last picture had.
    private var height = 0

    /// What stands below the table.
    struct Foot: Equatable {
        let reviewPage: String
        let documents: String
    }

    init(language: Language, isTerminal: Bool = isatty(STDOUT_FILENO) == 1) {
        self.language = language
        self.isTerminal = isTerminal
    }

    mutating func begin(title: String, foot: Foot) {
        write(title + "\n\n")
        if !isTerminal {
            write(footLines(foot, waiting: nil).joined(separator: "\n") + "\n\n" + line(heads) + "\n")
        }
    }

    mutating func show(_ rows: [DemoRow], foot: Foot) {
        guard rows != shown else { return }
        if isTerminal {
            redraw(rows, foot: foot)
        } else {
            let before = Dictionary(shown.map { ($0.photo + $0.sender, $0) }, uniquingKeysWith: { first, _ in first })
            for row in rows where row.isAnswered && before[row.photo + row.sender] != row {
                write(line(row.cells) + "\n")
            }
        }
        shown = rows
    }

    func end() { write(isTerminal ? "\n" : "") }

    private mutating func redraw(_ rows: [DemoRow], foot: Foot) {
        let size = Self.terminalSize
        let answered = rows.count(where: \.isAnswered)
        let share = rows.isEmpty ? 0 : 24 * answered / rows.count
        let bar = String(repeating: "█", count: share) + String(repeating: "░", count: 24 - share)
        let count = DemoWords.progress.text(in: language, ["count": "\(answered)", "total": "\(rows.count)"])
        let below = ["  ▕\(bar)▏ \(count)", ""] + footLines(foot, waiting: rows.count(where: \.waits))
        // A table longer than the terminal shows its newest rows: what scrolled away cannot be written anew.
        let room = max(1, size.rows - below.count - 4)
        let lines = [line(heads)] + rows.suffix(room).map { line($0.cells) } + below
        var text = height > 0 ? "\u{1B}[\(height)A" : ""
        for line in lines {
            text += "\r\u{1B}[K" + (line.count > size.columns ? line.prefix(size.columns - 1) + "…" : line[...]) + "\n"
        }
        height = lines.count
        write(text + "\u{1B}[J")
    }

    private func footLines(_ foot: Foot, waiting: Int?) -> [String] {
        let open = waiting.map { $0 > 0 ? "   " + DemoWords.open.text(in: language, ["count": "\($0)"]) : "" } ?? ""
        let names = [DemoWords.reviewPage, DemoWords.invoices].map { $0.text(in: language) }
        let width = names.map(\.count).max() ?? 0
        func padded(_ text: String) -> String { text + String(repeating: " ", count: width - text.count) }
        return [
            "  \(padded(names[0]))   \(foot.reviewPage)\(open)", "  \(padded(names[1]))   \(foot.documents)",
            "  \(DemoWords.stop.text(in: language))",
        ]
    }

    private var heads: [String] {
        [
            DemoWords.photo, DemoWords.sender, DemoWords.read, DemoWords.decision, DemoWords.invoice, DemoWords.reply,
        ].map { $0.text(in: language) }
    }

    private func line(_ cells: [String]) -> String {
        let widths = [12, 17, 10, 13, 18]
        var text = " "
        for (place, cell) in cells.enumerated() {
            guard place < widths.count else { return text + " " + cell }
            let gap = String(repeating: " ", count: max(0, widths[place] - cell.count))
            // Figures stand right, so that their places stand below each other.
            text += " " + (place == 2 ? gap + cell : cell + gap) + " "
        }
        return text
    }

    private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    private static var terminalSize: (rows: Int, columns: Int) {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 && size.ws_row > 10
        return isKnown ? (Int(size.ws_row), Int(size.ws_col)) : (50, 120)
    }
}
