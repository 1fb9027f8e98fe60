import Quantities

/// What a row expects against what the library computes.
package struct RowComparison: Hashable, Sendable {
    /// A figure that is not as expected.
    package struct Mismatch: Hashable, Sendable {
        /// The column.
        package let column: String
        /// The figure in the file.
        package let expected: String
        /// The figure that was computed, or why there is none.
        package let computed: String
    }

    /// The row's line in the file.
    package let line: Int
    /// The row's first field: its case or its month.
    package let label: String
    /// The figures that differ; none where the row passed.
    package private(set) var mismatches: [Mismatch] = []
    /// Whether the row's figures come from a model that is not ours, so that nothing was compared.
    package private(set) var isOfOtherModel = false
    /// The largest difference of the figures that were compared by a tolerance; `nil` where none was.
    package private(set) var largestDifference: RelativeDifference?

    init(line: Int, label: String) {
        self.line = line
        self.label = label
    }

    /// Whether every figure is as expected.
    package var isPassed: Bool { mismatches.isEmpty && !isOfOtherModel }

    /// Whether a figure is not as expected.
    package var isFailed: Bool { !mismatches.isEmpty }

    /// Notes that the row belongs to a model that is not ours: it neither passes nor fails.
    mutating func leaveToOtherModel() { isOfOtherModel = true }

    /// Compares by value: `18.73912` is `18.739120`.
    mutating func expect(_ column: String, of row: VectorRow, is computed: DecimalFigure) throws(VectorFileError) {
        let expected = try row.figure(column)
        if !expected.isEqual(to: computed) { note(column, expected.description, computed.description) }
    }

    /// Compares by value a figure of which the file shows the first decimals, with a difference of at most one unit of the
    /// computed figure's last decimal.
    mutating func expect(
        _ column: String, of row: VectorRow, isAbout computed: DecimalFigure
    ) throws(VectorFileError) {
        let expected = try row.figure(column)
        let tolerance = DecimalFigure(units: 1, fractionDigits: computed.fractionDigits)
        if !expected.isEqual(to: computed, within: tolerance) {
            note(column, expected.description, computed.description)
        }
    }

    /// Compares a figure that no two programs compute alike to the last digit: the difference may be `limit` of the
    /// expected one at most, and the largest is kept for the report.
    mutating func expect(
        _ column: String, of row: VectorRow, is computed: DecimalFigure, within limit: RelativeDifference
    ) throws(VectorFileError) {
        let expected = try row.figure(column)
        guard let difference = RelativeDifference(of: computed, from: expected) else {
            note(column, expected.description, computed.description)
            return
        }
        largestDifference = max(largestDifference ?? difference, difference)
        if difference > limit { note(column, expected.description, "\(computed) (\(difference) off)") }
    }

    /// Compares text, where nothing is computed to a number.
    mutating func expect(_ column: String, of row: VectorRow, is computed: String) throws(VectorFileError) {
        let expected = try row.text(column)
        if expected != computed { note(column, expected, computed) }
    }

    /// Notes a figure that differs.
    mutating func note(_ column: String, _ expected: String, _ computed: String) {
        mismatches.append(Mismatch(column: column, expected: expected, computed: computed))
    }

    /// The result of `compute`, or `nil` where the library refuses, which is noted as a failure of `column`.
    mutating func result<Result, Failure: Error>(
        for column: String, of row: VectorRow, _ compute: () throws(Failure) -> Result
    ) throws(VectorFileError) -> Result? {
        let failure: Failure
        do throws(Failure) {
            return try compute()
        } catch {
            failure = error
        }
        note(column, try row.text(column), "no result: \(refusalReason(failure))")
        return nil
    }
}

extension DecimalFigure {
    /// Whether the figures differ by `tolerance` at most; figures too large to be compared differ.
    func isEqual(to other: DecimalFigure, within tolerance: DecimalFigure) -> Bool {
        let digits = max(fractionDigits, other.fractionDigits, tolerance.fractionDigits)
        do throws(ArithmeticError) {
            let mine = try rounded(toFractionDigits: digits).units
            let theirs = try other.rounded(toFractionDigits: digits).units
            let limit = try tolerance.rounded(toFractionDigits: digits).units
            return try mine.checkedSubtracting(theirs).magnitude <= limit.magnitude
        } catch {
            return false
        }
    }
}
