import Billing
import Quantities
import Wording

// The worst meters, with what was billed beside the truth and how one period came about; and the times.
extension LoadReport {
    func worstCases() -> String {
        if cases.isEmpty { return "<p>\(HTMLText.escaped(words("noCases")))</p>" }
        return cases.map { worst in
            let title =
                words("meter", ["meter": "\(worst.meter.meter)"])
                + " · \(words(worst.meter.kind.code)) · \(name(ofFault: worst.meter.load.code)) · "
                + money(worst.meter.differenceKurus)
            return "<details open><summary>\(HTMLText.escaped(title))</summary>\n\(facts(worst))\(periods(worst))"
                + "\(derivation(worst))</details>\n"
        }.joined()
    }

    private func facts(_ worst: WorstCase) -> String {
        let faults = worst.faults.sorted { ($0.from, $0.cause.number) < ($1.from, $1.cause.number) }.map { fault in
            let name = fault.cause == .reader ? words("reader") : FaultWords.words(fault.cause.number, in: language)
            return "\(name) (\(fault.variant), \(fault.from) – \(fault.through))"
        }
        let flags = worst.flags.map { "\($0.day): \(FaultWords.words($0.fault.rawValue, in: language))" }
        let none = words("nothing")
        return """
            <dl><dt>\(HTMLText.escaped(words("reallyWas")))</dt>\
            <dd>\(HTMLText.escaped(faults.isEmpty ? none : faults.joined(separator: "; ")))</dd>\
            <dt>\(HTMLText.escaped(words("flaggedAs")))</dt>\
            <dd>\(HTMLText.escaped(flags.isEmpty ? none : flags.prefix(6).joined(separator: "; ")))</dd></dl>

            """
    }

    private func periods(_ worst: WorstCase) -> String {
        let orders = Set((worst.billed + worst.truth).map { $0.order }).sorted()
        let rows = orders.map { order in
            let billed = worst.billed.first { $0.order == order }
            let truth = worst.truth.first { $0.order == order }
            let days = (truth ?? billed).map { "\($0.from) – \($0.through)" } ?? ""
            return [
                days, truth.map { figure(Int($0.cubicMetres)) } ?? "–",
                billed.map { figure(Int($0.cubicMetres)) } ?? "–",
                truth.map { money($0.payableKurus) } ?? "–", billed.map { money($0.payableKurus) } ?? "–",
                money((billed?.payableKurus ?? 0) - (truth?.payableKurus ?? 0)),
            ]
        }
        let head = [
            words("period"), "\(words("trueMoney")), m³", "\(words("billedMoney")), m³", words("trueMoney"),
            words("billedMoney"), words("difference"),
        ]
        return HTMLText.table(
            words("meter", ["meter": "\(worst.meter.meter)"]), head: head, rows: rows + sales(worst),
            numeric: Set(1...5))
    }

    /// What a card's gas came to, in a row below the corrections, so that the rows make the meter's difference; none without.
    private func sales(_ worst: WorstCase) -> [[String]] {
        if worst.sales.isEmpty, worst.trueSales.isEmpty { return [] }
        func sums(_ sales: [CardAnswer]) -> (litres: Int64, kurus: Int64) {
            sales.reduce((0, 0)) { ($0.0 + $1.litres, $0.1 + $1.forGasKurus) }
        }
        let (truth, made) = (sums(worst.trueSales), sums(worst.sales))
        let counts = ["true": "\(worst.trueSales.count)", "billed": "\(worst.sales.count)"]
        return [
            [
                words("sales", counts), figure(Int(truth.litres / 1_000)), figure(Int(made.litres / 1_000)),
                money(truth.kurus), money(made.kurus), money(made.kurus - truth.kurus),
            ]
        ]
    }

    /// How the period came about that is farthest from the truth.
    private func derivation(_ worst: WorstCase) -> String {
        let truth = Dictionary(worst.truth.map { ($0.order, $0.payableKurus) }) { first, _ in first }
        func distance(_ period: BilledPeriod) -> UInt64 {
            (period.payableKurus - (truth[period.order] ?? 0)).magnitude
        }
        let farthest = worst.billed.filter { !$0.derivation.isEmpty }.max {
            (distance($0), $1.order) < (distance($1), $0.order)
        }
        guard let farthest else { return "" }
        let lines = explained(farthest.derivation)
        if lines.isEmpty { return "" }
        return HTMLText.table(
            words("derivation", ["period": "\(farthest.from) – \(farthest.through)"]), head: ["", "", ""],
            rows: lines.map { [$0.name, $0.formula, $0.result] }, numeric: [2])
    }

    func times() -> String {
        let times = file.times
        let rows = [
            [words("seconds"), tenths(times.seconds)], [words("threads"), figure(times.threads)],
            [words("rate"), figure(Int(times.readingsPerSecond))],
        ]
        let latencies = [("of.reading", times.reading), ("of.batch", times.batch), ("of.sale", times.sale)].map {
            name, latency in
            [words(name), figure(Int(latency.count))]
                + [latency.p50, latency.p90, latency.p99, latency.p999, latency.max].map { tenths(Double($0) / 1_000) }
        }
        return "<p>\(HTMLText.escaped(words("timesNote")))</p>"
            + HTMLText.table(words("times"), head: ["", ""], rows: rows, numeric: [1])
            + HTMLText.table(
                words("latency"), head: ["", words("count"), "50 %", "90 %", "99 %", "99.9 %", "100 %"],
                rows: latencies, numeric: Set(1...6))
    }

    private func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return figure(tenths / 10) + (language == .turkish ? "," : ".") + "\(tenths % 10)"
    }
}
