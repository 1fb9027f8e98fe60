import Foundation
import Testing
import VectorChecks

@Suite("Article: check your own vectors")
struct VectorArticleTests {
    @Test("The article's file of its own has the verdict that the article says")
    func ownFile() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("Sources/endeks/Endeks.docc/Billing/CheckVectors.md")
        let article = try String(contentsOf: file, encoding: .utf8)
        let own = try #require(article.range(of: "## A file of your own"))
        let parts = article[own.upperBound...].components(separatedBy: "```\n")
        let report = VectorReport("instalments", try #require(parts.dropFirst().first))
        let rows = try #require(report.entries.first).rows
        func says(_ label: String) throws -> Int {
            let line = try #require(parts[2].split(separator: "\n").first { $0.hasPrefix("| \(label) |") })
            return try #require(Int(line.split(separator: "|")[1].trimmingCharacters(in: .whitespaces)))
        }
        #expect(try rows.count(where: \.isPassed) == says("rows passed"))
        #expect(try rows.count(where: { !$0.isPassed }) == says("rows failed"))
        #expect(try report.mismatches.count == says("figures that differ"))
    }
}
