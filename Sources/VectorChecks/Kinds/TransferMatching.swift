import Billing
import Quantities

extension VectorKind {
    /// `eft_matching`: the texts of transfers against the subscribers in the file's comments.
    static let transferMatching = VectorKind(
        name: "eft_matching", columns: ["case", "text", "amount", "result", "account"],
        table: { (table: VectorTable) throws(VectorFileError) in
            let directory = try table.transferDirectory()
            return try table.compareRows { (row: VectorRow, comparison: inout RowComparison) throws(VectorFileError) in
                let amount = try row.quantity("amount", as: Money.self)
                guard amount > .zero else {
                    throw row.failure("amount", "'\(amount)' is not above zero; a transfer brings money in")
                }
                let match = TransferMatch(try row.text("text"), in: directory)
                let result = try row.choice("result", as: TransferMatch.Result.self)
                if result != match.result { comparison.note("result", result.rawValue, match.result.rawValue) }
                try comparison.expect("account", of: row, is: match.account?.text ?? "")
            }
        })
}

extension VectorTable {
    /// The subscribers of the comment `# subscribers: 4100012345/7700054321 AYŞE YILMAZ ; …`.
    fileprivate func transferDirectory() throws(VectorFileError) -> TransferDirectory {
        let label = "subscribers:"
        var entries: [TransferDirectory.Entry] = []
        for (line, text) in try CommentTable.texts(label, endedBy: [], in: self) {
            do throws(IdentifierError) {
                entries.append(try Self.entry(text))
            } catch {
                throw VectorFileError(
                    file: file, line: line,
                    problem: "'\(label)' has an entry that is no subscriber; write abone/tesisat, a blank and the name")
            }
        }
        return TransferDirectory(entries)
    }

    private static func entry(_ text: String) throws(IdentifierError) -> TransferDirectory.Entry {
        let numbers = text.prefix { $0 != " " }
        let parts = numbers.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return TransferDirectory.Entry(
            subscriber: try SubscriberNumber(parts[0]),
            installation: try InstallationNumber(parts.count == 2 ? parts[1] : ""),
            name: String(text[numbers.endIndex...].drop { $0 == " " }))
    }
}
