internal import Intake
internal import Quantities

/// Why an index is looked at once more before it becomes an invoice: an invoice is taken back by it, a digit is a guess, or
/// the use is very high.
///
/// The page fills in what was read, so that one key would send a wrong guess to a customer as an amount to pay.
struct ReviewCaution: Hashable, Sendable {
    enum Reason: Hashable, Sendable {
        case guess
        case highUse
        case reversal(ReviewInvoice, ReviewReplacement)
    }

    let reason: Reason
    /// The index and the meter that it is about; others are asked about anew.
    let index: String
    let meter: SubscriberNumber?
    /// Where in the index the least sure digit stands; nil where none of it was read.
    let place: Int?

    /// Nil for an index that one key may send: no digit of it is a guess, and the use is a usual one.
    ///
    /// A digit is no guess any more once the clerk has changed it, or has typed all of them.
    init?(
        index: String?, meter: SubscriberNumber?, reading: ReadingRecord?, preview: ReviewPreview?, isRetyped: Bool
    ) {
        guard let index, !index.isEmpty else { return nil }
        // What the desk refuses anyway is told as that.
        if case .problem = preview { return nil }
        let black = (reading?.digits ?? []).filter { !$0.isDecimal }
        let written = Array(index.utf8)
        let kept =
            isRetyped || black.count != written.count
            ? []
            : black.indices.filter { black[$0].value == Int(written[$0]) - 0x30 }
        let leastSure = kept.min { black[$0].confidence < black[$1].confidence }
        var isHigh = false
        if case .invoice(let amount) = preview { isHigh = amount.isImplausible }
        if case .correction(let invoice, let replacement) = preview, replacement != .noted {
            reason = .reversal(invoice, replacement)
        } else if let leastSure, ReadingRecord.Sureness(confidence: black[leastSure].confidence) == .guess {
            reason = .guess
        } else if isHigh {
            reason = .highUse
        } else {
            return nil
        }
        self.index = index
        self.meter = meter
        place = leastSure
    }

    /// What the clerk was asked, for the answer to name: a yes to something else is none to this.
    var mark: String {
        let what =
            switch reason {
            case .guess: "guess.\(place ?? 0)"
            case .highUse: "use"
            case .reversal(let invoice, .amount(let amount)): "reversal.\(invoice.number.text).\(amount.payable)"
            case .reversal(let invoice, _): "reversal.\(invoice.number.text)"
            }
        return "\(index).\(meter?.text ?? "").\(what)"
    }

    /// What is to be looked at, as a sentence.
    func words(_ format: ReviewFormat) -> String {
        switch reason {
        case .guess:
            let digit = place.map { String(decoding: [Array(index.utf8)[$0]], as: UTF8.self) } ?? ""
            return format.words("checkGuess", ["place": "\((place ?? 0) + 1)", "digit": digit])
        case .highUse: return format.words("checkUse")
        case .reversal(let invoice, let replacement): return format.reversal(of: invoice, replacement)
        }
    }
}

extension ReviewFormat {
    /// What becomes of an invoice that would be wrong, with the amounts before and after.
    func reversal(of invoice: ReviewInvoice, _ replacement: ReviewReplacement) -> String {
        var values = [
            "number": invoice.number.text, "index": "\(invoice.index)", "before": money(invoice.payable),
        ]
        switch replacement {
        case .amount(let amount):
            values["after"] = money(amount.payable)
            return words("reverses", values)
        case .reversalAlone: return words("reversesAlone", values)
        case .noted: return words("periodBilled", values)
        }
    }
}

/// What a clerk has entered so far, as the form brings it.
struct ReviewEntry: Sendable {
    /// The index in the field; nil for the one that was read.
    var index: String?
    var subscriber: String?
    /// Every digit was typed by hand.
    var isRetyped = false
    /// What the clerk has looked at once more, as `ReviewCaution.mark` says it.
    var checked: String?
    /// What the page has just asked for.
    var asked: String?

    init() {}

    init(_ form: ReviewForm) {
        index = form["index"]
        subscriber = form["subscriber"]
        isRetyped = form["retyped"] == "1"
        checked = form["checked"]
    }
}
