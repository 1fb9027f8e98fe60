import Billing
import Quantities

// The five files are one kind: lots and periods go in, matches, remaining lots and totals come out. Each is checked by
// itself; the two that go in are read with any of them.
extension VectorKind {
    /// `fifo_lots`: each lot's matches and remainder add up to what was bought.
    static let fifoLots = lotMatching(
        "fifo_lots", columns: ["case", "lot", "purchase_date", "m3", "price", "gcv", "k"]
    ) { (row, comparison, found, correction) throws(VectorFileError) in
        guard let lot = found.lot(named: try row.text("lot")) else { return }
        let matched = correction.matches.filter { $0.lot == lot }.map(\.volume) + [correction.remaining[lot]]
        try comparison.expect("m3", of: row, is: matched.total)
    }

    /// `fifo_periods`: each period's matches add up to what was used.
    static let fifoPeriods = lotMatching(
        "fifo_periods",
        columns: [
            "case", "period", "from", "to", "m3", "price", "gcv", "k", "unread_company_months", "company_rule",
            "start_reading",
        ]
    ) { (row, comparison, found, correction) throws(VectorFileError) in
        guard let period = found.period(named: try row.text("period")) else { return }
        try comparison.expect(
            "m3", of: row, is: correction.matches.filter { $0.period == period }.map(\.volume).total)
    }

    /// `fifo_matches`: paid, actual and difference of each match, and what of it is passed on.
    static let fifoMatches = lotMatching(
        "fifo_matches",
        columns: ["case", "period", "lot", "m3", "paid", "actual", "diff", "applied", "why_not_applied"],
        rows: { found, correction in
            correction.matches.map { match in
                let names = found.names(of: match)
                return ["period": names.period, "lot": names.lot]
            }
        }
    ) { (row, comparison, found, correction) throws(VectorFileError) in
        let (period, lot) = (try row.text("period"), try row.text("lot"))
        let match = correction.matches.first { found.names(of: $0) == (period, lot) }
        guard let match else {
            comparison.note("lot", lot, "no match of \(period) with it")
            return
        }
        try comparison.expect("m3", of: row, is: match.volume.figure)
        try comparison.expect("paid", of: row, is: match.paid.figure)
        try comparison.expect("actual", of: row, is: match.actual.figure)
        try comparison.expect("diff", of: row, is: match.difference.figure)
        try comparison.expect("applied", of: row, is: match.applied.figure)
        // After a colon the file may explain the reason.
        let reason = try row.text("why_not_applied").prefix { $0 != ":" }
        if reason != match.notApplied?.rawValue ?? "" {
            comparison.note(
                "why_not_applied", reason.isEmpty ? "none" : String(reason), match.notApplied?.rawValue ?? "none")
        }
    }

    /// `fifo_remaining`: what is left of each lot.
    static let fifoRemaining = lotMatching(
        "fifo_remaining", columns: ["case", "lot", "m3_left"],
        rows: { found, _ in found.lotNames.map { ["lot": $0] } }
    ) { (row, comparison, found, correction) throws(VectorFileError) in
        let name = try row.text("lot")
        guard let lot = found.lot(named: name) else {
            comparison.note("lot", name, "no such lot")
            return
        }
        try comparison.expect("m3_left", of: row, is: correction.remaining[lot].figure)
    }

    /// `fifo_totals`: the correction of each period, its KDV and which way it goes.
    static let fifoTotals = lotMatching(
        "fifo_totals", columns: ["case", "period", "m3", "raw_diff", "applied", "kdv", "gross", "kind"],
        rows: { found, _ in found.periodNames.map { ["period": $0] } }
    ) { (row, comparison, found, correction) throws(VectorFileError) in
        let name = try row.text("period")
        guard let period = found.period(named: name) else {
            comparison.note("period", name, "no such period")
            return
        }
        let total = correction.corrections[period]
        try comparison.expect("m3", of: row, is: correction.periods[period].volume.figure)
        try comparison.expect("raw_diff", of: row, is: total.rawDifference.figure)
        try comparison.expect("applied", of: row, is: total.applied.figure)
        try comparison.expect("kdv", of: row, is: total.valueAddedTax.figure)
        try comparison.expect("gross", of: row, is: total.gross.figure)
        try comparison.expect("kind", of: row, is: total.kind.rawValue)
    }

    private static let lotMatchingFiles = [
        "fifo_lots", "fifo_periods", "fifo_matches", "fifo_remaining", "fifo_totals",
    ]

    /// One of the five: `expected` are the rows that a case must have in the file, `check` compares one of them.
    private static func lotMatching(
        _ name: String, columns: [String],
        rows expected: @escaping @Sendable (LotMatchingCases.Case, TLCorrection) -> [[String: String]] = { _, _ in [] },
        check:
            @escaping @Sendable (
                VectorRow, inout RowComparison, LotMatchingCases.Case, TLCorrection
            ) throws(VectorFileError) -> Void
    ) -> VectorKind {
        VectorKind(
            name: name, columns: columns, companions: lotMatchingFiles.filter { $0 != name },
            files: { (table: VectorTable, neighbours: VectorNeighbours) throws(VectorFileError) in
                let cases = try LotMatchingCases(
                    lots: try neighbours.table("fifo_lots", neededBy: table.file),
                    periods: try neighbours.table("fifo_periods", neededBy: table.file),
                    totals: try neighbours.optionalTable("fifo_totals")
                ).cases
                var comparisons = try table.compareRows {
                    (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                    guard let found = cases[try row.text("case")] else {
                        comparison.note("case", try row.text("case"), "no such case in fifo_lots or fifo_periods")
                        return
                    }
                    let correction = try comparison.result(for: columns[1], of: row) { () throws(PrepaidError) in
                        try found.outcome.get()
                    }
                    if let correction { try check(row, &comparison, found, correction) }
                }
                comparisons.append(contentsOf: try table.missing(from: cases, expected))
                return comparisons
            })
    }
}

extension VectorTable {
    /// A failure for each row that a case must have and the file has not, at the file's last row; and for each that stands
    /// twice.
    fileprivate func missing(
        from cases: [String: LotMatchingCases.Case],
        _ expected: (LotMatchingCases.Case, TLCorrection) -> [[String: String]]
    ) throws(VectorFileError) -> [RowComparison] {
        var failures: [RowComparison] = []
        var counts: [[String: String]: Int] = [:]
        for (name, found) in cases.sorted(by: { $0.key < $1.key }) {
            guard case .success(let correction) = found.outcome else { continue }
            for key in expected(found, correction) {
                if counts.isEmpty { counts = try rowCounts(by: Array(key.keys) + ["case"]) }
                let count = counts[key.merging(["case": name]) { $1 }] ?? 0
                guard count != 1 else { continue }
                var failure = RowComparison(line: rows.last?.line ?? 1, label: name)
                for (column, value) in key.sorted(by: { $0.key < $1.key }) {
                    failure.note(column, count == 0 ? "no row" : "\(count) rows", "a row of \(value)")
                }
                failures.append(failure)
            }
        }
        return failures
    }

    /// How many rows have the same fields in those columns.
    private func rowCounts(by columns: [String]) throws(VectorFileError) -> [[String: String]: Int] {
        var counts: [[String: String]: Int] = [:]
        for row in rows {
            var key: [String: String] = [:]
            for column in columns { key[column] = try row.text(column) }
            counts[key, default: 0] += 1
        }
        return counts
    }
}

extension LotMatchingCases.Case {
    fileprivate func lot(named name: String) -> Int? { lotNames.firstIndex(of: name) }

    fileprivate func period(named name: String) -> Int? { periodNames.firstIndex(of: name) }
}

extension [MeterVolume] {
    /// The sum, which fits a figure whatever the volumes are.
    fileprivate var total: DecimalFigure {
        DecimalFigure(units: reduce(Int128(0)) { $0 + Int128($1.litres) }, fractionDigits: MeterVolume.fractionDigits)
    }
}
