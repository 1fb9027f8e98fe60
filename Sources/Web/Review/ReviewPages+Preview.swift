internal import Intake
internal import Quantities
internal import Wording

extension ReviewPages {
    /// What an index would come to: the amount, the use, and how it looks beside the last periods.
    func preview(
        _ preview: ReviewPreview?, meter: ReviewMeter?, caution: ReviewCaution?, _ format: ReviewFormat
    ) -> String {
        var values: [String: Any] = [:]
        var notes: [Say] = []
        var now: UseBar?
        switch preview {
        case .invoice(let amount):
            values.merge(self.values(amount, format)) { $1 }
            notes += amount.reasons.map { Say(text: ReviewReasons.words($0, in: format.language), kind: "") }
            now = UseBar(volume: amount.cubicMetres, days: amount.days, date: nil)
        case .invoiceStands(let invoice):
            values["amount"] = format.money(invoice.payable)
            values["due"] = format.words("due", ["date": format.date(invoice.dueDate)])
            notes.append(Say(text: format.words("invoiceStands", ["number": invoice.number.text]), kind: ""))
        case .nextInvoice(let invoice):
            notes.append(Say(text: format.words("nextInvoice", of(invoice)), kind: ""))
        case .earlier(let invoice):
            notes.append(Say(text: format.words("earlierPhoto", of(invoice)), kind: ""))
        case .correction(let invoice, let replacement):
            if case .amount(let amount) = replacement {
                values.merge(self.values(amount, format)) { $1 }
                now = UseBar(volume: amount.cubicMetres, days: amount.days, date: nil)
            }
            notes.append(Say(text: format.reversal(of: invoice, replacement), kind: ""))
        case .nothingNow(let code):
            notes.append(Say(text: ReviewReasons.words(code, in: format.language), kind: ""))
        case .problem(let code):
            notes.append(Say(text: ReviewReasons.words(code, in: format.language), kind: "bad"))
        case nil: break
        }
        if values["line"] == nil, let last = meter?.readings.first {
            values["line"] = format.words("last", ["index": "\(last.index)", "date": format.date(last.date)])
        }
        values["notes"] = notes.map { ["text": $0.text, "kind": $0.kind] }
        if let caution {
            values["check"] = [
                "index": caution.index, "words": caution.words(format) + " " + format.words("enterAgain"),
                "place": caution.place.map { "\($0)" } ?? "", "mark": caution.mark,
            ]
        }
        if let chart = chart(meter, now, format) { values["chart"] = chart }
        return part("preview", format, values)
    }

    /// An amount with its last day and its use.
    private func values(_ amount: ReviewAmount, _ format: ReviewFormat) -> [String: Any] {
        [
            "amount": format.money(amount.payable),
            "due": format.words("due", ["date": format.date(amount.dueDate)]),
            "steps": amount.steps.lines(in: format.language).map { line in
                ["name": line.name, "formula": line.formula, "result": line.result, "grounds": line.grounds]
            },
            "hasSteps": true,
            "line": format.words(
                "last", ["index": "\(amount.since.index)", "date": format.date(amount.since.date)])
                + " · "
                + format.words("use", ["volume": format.whole(amount.cubicMetres), "days": "\(amount.days)"]),
        ]
    }

    private func of(_ invoice: ReviewInvoice) -> [String: String] {
        ["number": invoice.number.text, "index": "\(invoice.index)"]
    }

    /// The use between two readings.
    private struct UseBar {
        let volume: Int64
        let days: Int
        let date: CivilDate?

        /// Litres a day, which compares periods of any length.
        var litresADay: Int64 { volume * 1000 / Int64(max(days, 1)) }
    }

    private func chart(_ meter: ReviewMeter?, _ now: UseBar?, _ format: ReviewFormat) -> [String: Any]? {
        let readings = Array((meter?.readings ?? []).prefix(13).reversed())
        var bars = zip(readings, readings.dropFirst()).map { earlier, later in
            // Over a rollover or an exchanged meter no bar is drawn, not a wrong one.
            UseBar(
                volume: max(0, later.index.value - earlier.index.value), days: earlier.date.days(until: later.date),
                date: later.date)
        }
        if let now { bars.append(now) }
        guard bars.count > 1, let most = bars.map(\.litresADay).max(), most > 0 else { return nil }
        let width = 18
        return [
            "width": max(bars.count * width, 120), "label": format.words("chartLabel"),
            "bars": bars.enumerated().map { place, bar in
                let height = max(1, Int(bar.litresADay * 32 / most))
                let use = format.words("use", ["volume": format.whole(bar.volume), "days": "\(bar.days)"])
                return [
                    "x": place * width, "y": 34 - height, "height": height, "barWidth": width - 5,
                    "middle": place * width + (width - 5) / 2, "now": bar.date == nil ? "now" : "",
                    "month": bar.date.map { "\($0.month)" } ?? "●",
                    "title": "\(bar.date.map(format.date) ?? format.words("thisTime")): \(use)",
                ] as [String: Any]
            },
        ]
    }
}
