import Billing
import Quantities
import WrittenFiles

extension VectorKind {
    /// `periods`: how far a reading is off, and what that gives the customer.
    ///
    /// The comment names the parameters where they are others than the policy's.
    static let periods = VectorKind(
        name: "periods",
        columns: [
            "case", "previous_read", "read", "days", "deviation", "delivered", "due", "company_fault",
            "min_notice_days", "notice_ok", "min_instalments",
        ],
        table: { (table: VectorTable) throws(VectorFileError) in
            let rules = try table.periodRules()
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let (previous, read) = (try row.date("previous_read"), try row.date("read"))
                let (delivered, due) = (try row.date("delivered"), try row.date("due"))
                let isFault = try row.flag("company_fault")
                let assessment: PeriodAssessment
                do throws(BillingError) {
                    assessment = try PeriodAssessment(
                        previous: previous, read: read, isCompanyFault: isFault, rules: rules)
                } catch {
                    throw row.failure("read", "\(read) is not later than previous_read \(previous)")
                }
                try comparison.expect("days", of: row, is: DecimalFigure(Int64(assessment.days)))
                try comparison.expect("deviation", of: row, is: DecimalFigure(Int64(assessment.deviation)))
                try comparison.expect(
                    "min_notice_days", of: row, is: DecimalFigure(Int64(assessment.minimumNotice)))
                let isKept = assessment.isNoticeKept(delivered: delivered, due: due)
                if try row.flag("notice_ok") != isKept { comparison.note("notice_ok", "\(!isKept)", "\(isKept)") }
                try comparison.expect(
                    "min_instalments", of: row, is: DecimalFigure(Int64(assessment.minimumInstalments)))
            }
        })
}

extension VectorTable {
    /// The rules in force, with the numbers that the comments name in their place.
    fileprivate func periodRules() throws(VectorFileError) -> PeriodRules {
        let rules = PeriodRules.regulation2026
        return PeriodRules(
            version: rules.version, monthlyDays: rules.monthlyDays, halfMonthlyDays: rules.halfMonthlyDays,
            largestDeviation: try number(after: "deviation limit +-") ?? rules.largestDeviation,
            notice: try number(after: "notice at least ") ?? rules.notice,
            shortPeriodNotice: try number(after: "payment term at least ") ?? rules.shortPeriodNotice,
            longPeriod: try longPeriod() ?? rules.longPeriod)
    }

    /// The instalments after a period that the company lengthened, as many as the comment names.
    private func longPeriod() throws(VectorFileError) -> InstalmentPolicy? {
        guard let count = try number(after: "long period -> at least ") else { return nil }
        let policy = InstalmentPolicy.longPeriodInFour
        return InstalmentPolicy(
            version: policy.version, count: count, remainder: policy.remainder, monthsApart: policy.monthsApart,
            missedPart: policy.missedPart)
    }

    /// The whole number that stands behind a label in a comment; `nil` where no comment has the label.
    private func number(after label: String) throws(VectorFileError) -> Int? {
        for comment in comments {
            guard let range = CommentTable.range(of: label, in: comment.text) else { continue }
            let digits = String(comment.text[range.upperBound...].prefix { $0.isASCII && $0.isNumber })
            guard let number = Int(digits) else {
                throw VectorFileError(
                    file: file, line: comment.line, problem: "no number follows '\(label)'; write one behind it")
            }
            return number
        }
        return nil
    }
}
