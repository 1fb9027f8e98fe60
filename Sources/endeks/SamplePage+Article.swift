import MeterVision
import Wording

extension SamplePage {
    /// One photo with what was read, beside what came of it.
    func article(_ sample: SampleCase, at place: Int) -> String {
        """
        <article id="\(sample.anchor)" tabindex="-1">
        <header><h2>\(escaped(sample.photo))</h2>\(status(sample))<span class="who">\(escaped(sample.subscriber))</span>\
        <nav>\(step(to: place - 1, SampleWords.previous))\(step(to: place + 1, SampleWords.next))</nav></header>
        <div class="pair"><section class="card side">\(photo(sample))\(reading(sample))</section>
        <section class="card side">\(outcome(sample))</section></div>
        </article>
        """
    }

    private func step(to place: Int, _ phrase: Phrase) -> String {
        guard cases.indices.contains(place) else { return "" }
        let arrow = phrase == SampleWords.next ? "↓" : "↑"
        return "<a href=\"#\(cases[place].anchor)\">\(arrow)&nbsp;\(words(phrase))</a>"
    }

    /// A figure that a click, or a key, shows as large as the window.
    private func figure(_ content: String, id: String, from sample: SampleCase, kind: String) -> String {
        """
        <figure class="\(kind)" id="\(id)"><a class="open" href="#\(id)">\(content)\
        <span class="hidden">\(words(SampleWords.enlarge))</span></a>\
        <a class="close" href="#\(sample.anchor)">\(words(SampleWords.close)) ✕</a></figure>
        """
    }

    private func photo(_ sample: SampleCase) -> String {
        guard let overlay = sample.overlay else { return "" }
        let alternative = [sample.photo, sample.reading.index ?? "–"].joined(separator: ": ")
        let source = data("image/svg+xml", Array(overlay.utf8))
        return figure(
            "<img alt=\"\(escaped(alternative))\" src=\"\(source)\">", id: "\(sample.anchor)-photo", from: sample,
            kind: "photo")
    }

    private func reading(_ sample: SampleCase) -> String {
        let reading = sample.reading
        var facts: [(Phrase, String)] = []
        if let serial = reading.serial { facts.append((SampleWords.serial, escaped(serial))) }
        if reading.index != nil {
            facts.append((SampleWords.probability, words(Translated { percentage(reading.probability, in: $0) })))
        }
        return wheels(reading) + list(facts)
    }

    private func list(_ facts: [(Phrase, String)]) -> String {
        "<dl class=\"facts\">" + facts.map { "<dt>\(words($0))</dt><dd>\($1)</dd>" }.joined() + "</dl>"
    }

    private func percentage(_ share: Double, in language: Language) -> String {
        // A chance below one is not written as one.
        let tenths = min(Int((share * 1000).rounded()), share < 1 ? 999 : 1000)
        let number = "\(tenths / 10)\(language.decimalMark)\(tenths % 10)"
        return language == .turkish ? "%\(number)" : "\(number)%"
    }

    /// Why a photo made no invoice, as a clerk would be told.
    private func why(_ reading: PhotoReading) -> String {
        guard !reading.reasons.isEmpty, reading.decision != .accept else { return "" }
        let reasons = Translated { language in
            reading.reasons.map { ReadingAnswer.of($0.rawValue)?.notice.text(in: language) ?? $0.rawValue }
                .joined(separator: ", ")
        }
        return "<p class=\"told\">\(words(SampleWords.reasons))</p><p class=\"why\">\(words(reasons))</p>"
    }

    /// The wheels as they stood, turned as far as they were, with a mark below each that says how sure its digit is.
    private func wheels(_ reading: PhotoReading) -> String {
        guard !reading.digits.isEmpty else { return "" }
        var shown = ""
        var isFirstDecimal = true
        for digit in reading.digits {
            if digit.isDecimal, isFirstDecimal {
                shown += "<span class=\"point\">\(words(Translated { $0.decimalMark }))</span>"
                isFirstDecimal = false
            }
            let turned = turn(of: digit)
            let (mark, kind, phrase) = certainty(digit.confidence)
            shown += """
                <span class="wheel\(digit.isDecimal ? " red" : "")"><span class="drum" style="--turn:\(turned)">\
                <b>\(digit.value)</b><b aria-hidden="true">\((digit.value + 1) % 10)</b></span>\
                <i class="\(kind)">\(mark)<span class="hidden">\(words(phrase))</span></i></span>
                """
        }
        return "<div class=\"wheels\">\(shown)</div>"
    }

    /// How far the wheel stands past the digit that was read, in tenths; 0 where the position tells of another digit.
    private func turn(of digit: WheelReading) -> String {
        let tenths = Int((digit.position * 10).rounded()) - digit.value * 10
        return tenths > 0 && tenths < 10 ? "0.\(tenths)" : "0"
    }

    private func certainty(_ confidence: Double) -> (mark: String, kind: String, phrase: Phrase) {
        switch confidence {
        case 0.95...: ("●", "sure", SampleWords.sure)
        case 0.6..<0.95: ("◐", "unsure", SampleWords.unsure)
        default: ("○", "guess", SampleWords.guess)
        }
    }

    // MARK: What came of it

    private func outcome(_ sample: SampleCase) -> String {
        switch sample.outcome {
        case .billed(let invoice): billed(invoice, sample)
        case .waits(let told), .asked(let told):
            """
            \(why(sample.reading))<p class="told">\(words(SampleWords.told))</p><p class="bubble">\(words(told))</p>
            """
        }
    }

    private func billed(_ invoice: SampleInvoice, _ sample: SampleCase) -> String {
        let facts = [
            (SampleWords.lastIndex, escaped(invoice.lastIndex)), (SampleWords.volume, words(invoice.volume)),
            (SampleWords.energy, words(invoice.energy)),
        ]
        let due = Translated { SampleWords.due.text(in: $0, ["date": invoice.due]) }
        let document = data("application/pdf", invoice.document)
        return """
            <div class="sum"><div><p class="amount">\(words(invoice.amount))</p>\
            <p class="due">\(words(due)) · \(escaped(invoice.number))</p></div>\
            <a class="button" download="\(escaped(invoice.documentName))" href="\(document)">\
            \(words(SampleWords.openDocument))</a></div>\(list(facts))
            \(figure(invoice.picture, id: "\(sample.anchor)-invoice", from: sample, kind: "paper"))
            """
    }
}
