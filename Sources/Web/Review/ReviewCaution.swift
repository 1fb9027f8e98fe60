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
    /// The index that it is about; another one is asked about anew.
    let index: String
    /// Where in the index the least sure digit stands; nil where none of it was read.
    let place: Int?

    /// Nil for an index that one key may send: no digit of it is a guess, and the use is a usual one.
    ///
    /// A digit is no guess any more once the clerk has changed it, or has typed all of them.
    init?(index: String?, reading: ReadingRecord?, preview: ReviewPreview?, isRetyped: Bool) {
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
        place = leastSure
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
    /// The clerk says that the digits were held against the photo.
    var isChecked = false
    /// The page has just asked for that.
    var isAsked = false

    init() {}

    init(_ form: ReviewForm) {
        index = form["index"]
        subscriber = form["subscriber"]
        isRetyped = form["retyped"] == "1"
        isChecked = form["checked"] == "1"
    }
}
