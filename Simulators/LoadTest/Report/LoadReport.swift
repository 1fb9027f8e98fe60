package import Billing
import Quantities
package import Wording

/// The report of a load test: one HTML file that needs nothing else, to be read, printed and walked by keyboard.
///
/// All but its last part is the same in every run of the same seed.
package struct LoadReport: Sendable {
    /// A line of a derivation in words.
    package struct Line: Hashable, Sendable {
        /// What was computed.
        package var name: String
        /// From which figures.
        package var formula: String
        /// What came out, with its unit.
        package var result: String

        /// A line.
        package init(name: String, formula: String, result: String) {
            (self.name, self.formula, self.result) = (name, formula, result)
        }
    }

    /// Puts a derivation into words; the words are InvoiceDocuments', which the command hands in.
    package typealias Explaining = @Sendable ([DerivationStep], Language) -> [Line]

    /// The figures.
    package let file: ResultFile
    /// The worst meters.
    package let cases: [WorstCase]
    /// The language that it is written in.
    package let language: Language
    private let explaining: Explaining

    /// A report.
    package init(
        _ file: ResultFile, cases: [WorstCase], in language: Language, explaining: @escaping Explaining
    ) {
        self.file = file
        self.cases = cases
        self.language = language
        self.explaining = explaining
    }

    /// The file's text.
    package func html() -> String {
        let title = words("title", ["scenario": file.run.scenario])
        let parts: [(id: String, text: String)] = [
            ("run", run()), ("counts", counts()), ("money", money()), ("faults", faults()), ("use", use()),
            ("cases", worstCases()), ("times", times()),
        ]
        let links = parts.map {
            "<li><a href=\"#\($0.id)\">\(HTMLText.escaped(heading($0.id)))</a></li>"
        }
        let sections = parts.map {
            "<section id=\"\($0.id)\"><h2>\(HTMLText.escaped(heading($0.id)))</h2>\n\($0.text)</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(HTMLText.escaped(title))</title>
            <style>\(LoadReport.style)</style></head>
            <body><a class="skip" href="#content">\(HTMLText.escaped(words("skip")))</a>
            <header><h1>\(HTMLText.escaped(title))</h1>\(verdict())</header>
            <nav aria-label="\(HTMLText.escaped(words("contents")))"><ul>\(links.joined())</ul></nav>
            <main id="content">
            \(sections.joined())</main></body></html>

            """
    }

    func words(_ code: String, _ values: [String: String] = [:]) -> String {
        LoadWords.words(code, in: language, values)
    }

    private func heading(_ id: String) -> String { words(id, ["count": "\(cases.count)"]) }

    /// Whether the path is exact and nothing was lost: what somebody wants to know first.
    private func verdict() -> String {
        let periods = file.faultless.reduce(0) { $0 + $1.periods }
        let isExact = periods == 0
        let isWhole = file.counts.lost == 0 && file.counts.double == 0 && file.counts.unansweredWishes == 0
        let lines = [
            (isExact, words(isExact ? "verdict.exact" : "verdict.differs", ["periods": figure(periods)])),
            (
                isWhole,
                words(
                    isWhole ? "verdict.whole" : "verdict.broken",
                    ["lost": figure(file.counts.lost), "double": figure(file.counts.double)])
            ),
        ]
        return lines.map { line in
            let (isGood, text) = line
            return "<p class=\"\(isGood ? "good" : "bad")\">\(isGood ? "✓" : "✗") \(HTMLText.escaped(text))</p>"
        }.joined()
    }

    private func run() -> String {
        let rows = [
            [words("scenario"), file.run.scenario], [words("seed"), file.run.seed],
            [words("days"), "\(file.run.start) – \(file.run.end)"], [words("meters"), figure(file.run.meters)],
            [words("billing"), file.run.billing], [words("terms"), file.run.terms],
        ]
        return HTMLText.table(words("run"), head: ["", ""], rows: rows, numeric: [], isNamedAbove: true)
            + "<p>\(HTMLText.escaped(words("truth")))</p>"
    }

    private func counts() -> String {
        let counts = file.counts
        let rows =
            [
                ("given", counts.given), ("secondLooks", counts.secondLooks), ("billed", counts.billed),
                ("putOff", counts.putOff), ("held", counts.held), ("refused", counts.refused),
                ("repeated", counts.repeated), ("lost", counts.lost), ("double", counts.double),
                ("wishes", counts.wishes), ("refusedWishes", counts.refusedWishes),
                ("transactions", file.ledger.transactions),
            ].map { [words($0.0), figure($0.1)] } + [[words("balance"), money(file.ledger.sumKurus)]]
        return HTMLText.table(words("counts"), head: ["", ""], rows: rows, numeric: [1], isNamedAbove: true)
    }

    /// A whole number as the language writes it.
    func figure(_ number: Int) -> String { (try? FigureStyle(language).number("\(number)")) ?? "\(number)" }

    /// Kuruş as TL.
    func money(_ kurus: Int64) -> String {
        let exact = "\(Money(kurus: kurus))"
        return (try? FigureStyle(language).money(exact)) ?? exact
    }

    /// Thousandths as per cent; a dash for none.
    func percent(_ permille: Int?) -> String {
        guard let permille else { return "–" }
        return "\(permille / 10)\(language == .turkish ? "," : ".")\(permille % 10) %"
    }

    func explained(_ steps: [DerivationStep]) -> [Line] { explaining(steps, language) }
}
