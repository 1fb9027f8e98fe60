import Foundation
import MeterVision
import Wording

/// One HTML file that shows each sample photo with what was read beside its invoice.
///
/// It holds all that it shows and asks nothing of the network; Turkish and English stand in it together.
struct SamplePage {
    let cases: [SampleCase]
    /// The utility whose invoices these are.
    let utility: String
    /// The language that it opens in.
    let language: Language

    /// The whole file.
    var html: String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>Endeks · \(escaped(utility))</title>
        <style>
        \(Self.style)
        </style>
        <body>
        <a class="skip" href="#\(cases.first?.anchor ?? "")">\(words(SampleWords.skip))</a>
        \(bar)
        <main>
        <h1>\(verdict)</h1>
        <p class="lead">\(words(SampleWords.lead))</p>
        \(overview)
        \(cases.enumerated().map { article($0.element, at: $0.offset) }.joined(separator: "\n"))
        </main>
        <script>
        \(Self.script)
        </script>
        </body>
        </html>

        """
    }

    // MARK: The head of the page

    private var bar: String {
        let languages: [(Language, String)] = [(.turkish, "Türkçe"), (.english, "English")]
        let languageChoices = languages.map { choice, name in
            let checked = choice == language ? " checked" : ""
            return """
                <label lang="\(choice.rawValue)"><input type="radio" name="language" \
                id="\(choice.rawValue)"\(checked)>\(name)</label>
                """
        }
        let appearances = [
            ("automatic", SampleWords.automatic), ("light", SampleWords.light), ("dark", SampleWords.dark),
        ]
        let appearanceChoices = appearances.map { id, phrase in
            let checked = id == "automatic" ? " checked" : ""
            return "<label><input type=\"radio\" name=\"appearance\" id=\"\(id)\"\(checked)>\(words(phrase))</label>"
        }
        return """
            <div class="bar"><strong>Endeks <span>· \(escaped(utility))</span></strong>
            <fieldset><legend>\(words(SampleWords.language))</legend>\(languageChoices.joined())</fieldset>
            <fieldset><legend>\(words(SampleWords.appearance))</legend>\(appearanceChoices.joined())</fieldset></div>
            """
    }

    /// What became of all of them, in one sentence.
    private var verdict: String {
        let kinds: [(Phrase, SampleKind)] = [
            (SampleWords.billed, .billed), (SampleWords.waiting, .waits), (SampleWords.asked, .asked),
        ]
        return words(
            Translated { language in
                kinds.compactMap { phrase, kind in
                    let count = cases.count { $0.kind == kind }
                    guard count > 0 || kind == .billed else { return nil }
                    return phrase.text(in: language, ["count": "\(count)", "total": "\(cases.count)"])
                }.joined(separator: ", ")
            })
    }

    private var overview: String {
        let heads = [
            (SampleWords.photo, ""), (SampleWords.subscriber, "who"), (SampleWords.index, "figure"),
            (SampleWords.decision, ""), (SampleWords.reply, ""),
        ].map { "<th scope=\"col\" class=\"\($0.1)\">\(words($0.0))</th>" }
        return """
            <div class="card"><table class="overview"><thead><tr>\(heads.joined())</tr></thead><tbody>
            \(cases.map(row).joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    private func row(_ sample: SampleCase) -> String {
        """
        <tr><td><a href="#\(sample.anchor)">\(escaped(sample.photo))</a></td>\
        <td class="who">\(escaped(sample.subscriber))</td><td class="figure">\(index(of: sample))</td>\
        <td>\(status(sample))</td><td class="said">\(words(sample.reply))</td></tr>
        """
    }

    // MARK: What the parts share

    /// The text in both languages, of which the page shows one.
    func words(_ text: Translated) -> String {
        let texts = Language.allCases.map { ($0, text.text(in: $0)) }
        // What reads the same in both stands once.
        guard Set(texts.map(\.1)).count > 1 else { return escaped(texts[0].1) }
        return texts.map { "<span lang=\"\($0.rawValue)\">\(escaped($1))</span>" }.joined()
    }

    func words(_ phrase: Phrase) -> String { words(Translated(phrase)) }

    func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    func data(_ type: String, _ bytes: [UInt8]) -> String {
        "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }

    /// The index as it was read, with the decimals small.
    func index(of sample: SampleCase) -> String {
        guard let index = sample.reading.index else { return "–" }
        guard let decimals = sample.reading.decimals, !decimals.isEmpty else { return escaped(index) }
        return "\(escaped(index))<small>\(words(Translated { $0.decimalMark + decimals }))</small>"
    }

    /// The decision as a shape, a colour and a word.
    func status(_ sample: SampleCase) -> String {
        let shape =
            switch sample.kind {
            case .billed:
                #"<path d="M2 9l4 4 8-10" fill="none" stroke="currentColor" stroke-width="2.6"/>"#
            case .waits:
                #"<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 1.5a6.5 6.5 0 010 13z" fill="currentColor"/>"#
            case .asked:
                #"<path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2.6"/>"#
            }
        return """
            <span class="status \(sample.kind.rawValue)"><svg viewBox="0 0 16 16" aria-hidden="true">\(shape)</svg>\
            \(words(sample.decisionWord))</span>
            """
    }
}

/// What came of a photo, without its particulars.
enum SampleKind: String {
    case billed, waits, asked
}

extension SampleCase {
    var kind: SampleKind {
        switch outcome {
        case .billed: .billed
        case .waits: .waits
        case .asked: .asked
        }
    }

    /// What was decided, in a word or two.
    var decisionWord: Phrase {
        switch kind {
        case .billed: SampleWords.accept
        case .waits: SampleWords.review
        case .asked: SampleWords.refuse
        }
    }

    /// The one line that says what the customer gets.
    var reply: Translated {
        switch outcome {
        case .billed(let invoice):
            Translated { language in
                "\(invoice.amount.text(in: language)) · " + SampleWords.due.text(in: language, ["date": invoice.due])
            }
        case .waits(let told), .asked(let told): told
        }
    }
}

extension Language {
    var decimalMark: String { self == .turkish ? "," : "." }
}
