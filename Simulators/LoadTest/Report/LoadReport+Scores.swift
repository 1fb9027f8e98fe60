import Billing
import Wording

// Money, faults and the curve of faults told by use.
extension LoadReport {
    func money() -> String {
        let head = [
            "kind", "fault", "meters", "periods", "differing", "trueMoney", "billedMoney", "difference", "absolute",
        ].map { words($0) }
        let rows = file.money.map { row in
            [
                words(row.kind), name(ofFault: row.fault), figure(row.meters), figure(row.periods),
                figure(row.differing), money(row.trueKurus), money(row.billedKurus),
                money(row.billedKurus - row.trueKurus), money(row.absoluteKurus),
            ]
        }
        let wrong = file.money.filter { $0.absoluteKurus > 0 }
            .sorted { ($1.absoluteKurus, $0.kind, $0.fault) < ($0.absoluteKurus, $1.kind, $1.fault) }.prefix(12)
        let chart =
            wrong.isEmpty
            ? ""
            : LoadChart.bars(
                title: words("moneyChart"),
                rows: wrong.map {
                    (
                        name: "\(words($0.kind)) · \(short(ofFault: $0.fault))", value: $0.absoluteKurus,
                        text: money($0.absoluteKurus)
                    )
                })
        return chart
            + HTMLText.table(
                words("money"), head: head, rows: rows, numeric: Set(2...8), isWide: true, isNamedAbove: true)
            + causes(file.faultless, "ofFaultless") + causes(file.faulty, "ofFaulty")
    }

    private func causes(_ differences: [ResultFile.Difference], _ caption: String) -> String {
        let rows = differences.filter { $0.periods > 0 }.map {
            [words("cause.\($0.cause)"), figure($0.periods), money($0.kurus)]
        }
        return HTMLText.table(
            "\(words("whatDiffers")): \(words(caption))", head: ["cause", "periods", "difference"].map { words($0) },
            rows: rows.isEmpty ? [[words("nothing"), figure(0), money(0)]] : rows, numeric: [1, 2])
    }

    func faults() -> String {
        let head = [
            "number", "fault", "sign", "truths", "met", "found", "recall", "recallOfAll", "flags", "right",
            "precision",
        ].map { words($0) }
        let rows = file.faults.map { row in
            [
                "\(row.number)", FaultWords.words(row.number, in: language), words("sign.\(row.sign)"),
                figure(row.truths), figure(row.met), figure(row.found), percent(row.recallPermille),
                percent(row.recallOfAllPermille), figure(row.flags), figure(row.right), percent(row.precisionPermille),
            ]
        }
        return "<p>\(HTMLText.escaped(words("window", ["days": "\(file.run.graceDays)"])))</p>"
            + HTMLText.table(
                words("faults"), head: head, rows: rows,
                notes: file.faults.map { FaultEvidenceWords.words($0.number, in: language) },
                numeric: Set([0] + Array(3...10)), isWide: true, isNamedAbove: true)
    }

    func use() -> String {
        let use = file.use
        let text = words(
            "useText",
            [
                "faults": figure(use.faults), "flagged": figure(use.flagged), "wrong": figure(use.wrongFlags),
                "months": figure(use.meterMonths), "days": "\(ThresholdCurve.exemptDays)",
                "all": figure(wrongFlagsOfUse),
            ])
        let found = LoadChart.line(
            title: words("recallAxis"), x: words("threshold"),
            points: use.curve.map { (x: $0.permille, y: use.faults == 0 ? 0 : $0.found * 1_000 / use.faults) },
            ticks: [(0, "0"), (500, "50"), (1_000, "100")], level: (800, "80 %"))
        // The axis ends at five false flags in 1,000 meter-months.
        let wrong = LoadChart.line(
            title: words("falseAxis"), x: words("threshold"),
            points: use.curve.map {
                (x: $0.permille, y: use.meterMonths == 0 ? 0 : $0.wrong * 1_000 * 200 / use.meterMonths)
            },
            ticks: [(0, "0"), (400, "2"), (1_000, "5")], level: (200, "1 · \(words("limit"))"))
        return "<p>\(HTMLText.escaped(text))</p>" + kindsOfUse() + found + wrong
    }

    /// Flags of stuck and slipping wheels that no fault of their kind covers, whatever else was wrong with the meter.
    private var wrongFlagsOfUse: Int {
        let byUse = [MeterFault.stuckIndex, .slippingWheel].map { $0.rawValue }
        return file.faults.filter { byUse.contains($0.number) }.reduce(0) { $0 + $1.flags - $1.right }
    }

    private func kindsOfUse() -> String {
        guard let kinds = file.use.kinds else { return "" }
        let rows = kinds.map { kind in
            [
                name(ofFault: kind.name), figure(kind.faults), figure(kind.flagged),
                percent(kind.faults == 0 ? nil : kind.flagged * 1_000 / kind.faults),
            ]
        }
        return HTMLText.table(
            words("kindsOfUse"), head: ["fault", "met", "found", "recall"].map { words($0) }, rows: rows,
            numeric: Set(1...3))
    }

    /// A fault's words by its code in the file.
    func name(ofFault code: String) -> String {
        guard let fault = MeterFault.allCases.first(where: { "\($0)" == code }) else { return words(code) }
        return "\(fault.rawValue) \(FaultWords.words(fault.rawValue, in: language))"
    }

    /// The beginning of a fault's words, where there is no room for all: the table below the chart has them whole.
    private func short(ofFault code: String) -> String {
        let whole = name(ofFault: code)
        guard whole.count > 22 else { return whole }
        let begun = whole.prefix(21)
        return begun[..<(begun.lastIndex(of: " ") ?? begun.endIndex)] + "…"
    }
}
