import Billing
import Quantities

extension VectorKind {
    /// `kiyas`: the comparative estimate of a use that was not read.
    static let comparativeEstimate = VectorKind(
        name: "kiyas",
        columns: [
            "case", "own", "peers", "days", "exempt", "own_daily", "peers_daily", "estimate_m3", "rule",
        ],
        row: { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
            let own = try row.uses(try row.text("own"), column: "own")
            var peers: [[QuarterlyUse]] = []
            let peersText = try row.text("peers")
            for peer in peersText.isEmpty ? [] : peersText.split(separator: ";", omittingEmptySubsequences: false) {
                peers.append(try row.uses(String(peer), column: "peers"))
            }
            let days = try row.wholeNumber("days")
            let isExempt = try row.flag("exempt")
            let estimate = try comparison.result(for: "estimate_m3", of: row) { () throws(EstimateError) in
                try ComparativeEstimate(own: own, peers: peers, days: Int(days))
            }
            guard let estimate else { return }
            if isExempt {
                // No invoice, so nothing is estimated: the use charged is zero.
                try comparison.expect("own_daily", of: row, isOptional: nil)
                try comparison.expect("peers_daily", of: row, isOptional: nil)
                try comparison.expect("estimate_m3", of: row, isOptional: DecimalFigure(0))
                try comparison.expect("rule", of: row, is: "exempt")
                return
            }
            try comparison.expect("own_daily", of: row, isOptional: estimate.ownDailyMean)
            try comparison.expect("peers_daily", of: row, isOptional: estimate.peersDailyMean)
            try comparison.expect("estimate_m3", of: row, isOptional: estimate.estimate?.figure)
            try comparison.expect("rule", of: row, is: estimate.rule.rawValue)
        })
}

extension RowComparison {
    /// Compares by value a figure that may be missing, on either side.
    mutating func expect(
        _ column: String, of row: VectorRow, isOptional computed: DecimalFigure?
    ) throws(VectorFileError) {
        let expected = try row.optionalFigure(column)
        let isSame =
            switch (expected, computed) {
            case (nil, nil): true
            case (let expected?, let computed?): expected.isEqual(to: computed)
            default: false
            }
        if !isSame { note(column, expected?.description ?? "none", computed?.description ?? "none") }
    }
}

extension VectorRow {
    /// A customer's uses: `380:90|392:91`, m3 and days; none where the text is empty.
    fileprivate func uses(_ text: String, column: String) throws(VectorFileError) -> [QuarterlyUse] {
        var uses: [QuarterlyUse] = []
        for use in text.isEmpty ? [] : text.split(separator: "|", omittingEmptySubsequences: false) {
            let parts = use.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let days = Int(parts[1]), days > 0 else {
                throw failure(column, "'\(use)' is not a use; write m3:days like 380:90, with | between years")
            }
            do throws(NumberFormatError) {
                uses.append(
                    QuarterlyUse(cubicMetres: try DecimalFigure(parsing: parts[0], notation: .plain), days: days))
            } catch {
                throw failure(column, "\(error); write m3:days like 380:90")
            }
        }
        return uses
    }
}
