import Foundation
import Testing

@Suite("Articles: what is proven, and the inventory")
struct ProofArticleTests {
    private static func sources(of folder: String) throws -> String {
        let folder = Article.root.appendingPathComponent(folder)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        try #require(files.count > 4)
        return try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    }

    @Test("Every test that the page names is there", arguments: ["The fourteen invariants", "The ten easy mistakes"])
    func named(heading: String) throws {
        var table = try ArticleTable(heading, in: "WhatIsProven")
        let tests = try ["BillingTests", "QuantitiesTests", "IntakeTests"].map { try Self.sources(of: "Tests/" + $0) }
            .joined()
        #expect(table.labels.count == 17)
        for label in table.labels {
            let name = try table.text(label, "test")
            #expect(tests.contains("\"\(name)\""), "no test is named “\(name)”")
        }
    }

    @Test(
        "Every type that the inventory names is there",
        arguments: ["Metering and tariffs", "Invoices", "Prepaid", "Estimates and debts"])
    func types(heading: String) throws {
        var table = try ArticleTable(heading, in: "TheInventoryInTheLibrary")
        let rooms = try ["Quantities", "GasPhysics", "Billing"].map { try Self.sources(of: "Sources/" + $0) }.joined()
        for label in table.labels {
            let type = try table.text(label, "type").trimmingCharacters(in: ["`"])
            #expect(["struct", "enum"].contains { rooms.contains("public \($0) \(type)") }, "no type is named \(type)")
        }
    }
}
