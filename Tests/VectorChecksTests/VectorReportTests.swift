import Foundation
import Testing
import VectorChecks

@Suite("Reports on vectors")
struct VectorReportTests {
    private func file(_ name: String, _ text: String) -> VectorFile { VectorFile(name: name, bytes: Array(text.utf8)) }

    @Test("A wrong file outweighs a failed row, which outweighs what is not built yet")
    func verdicts() throws {
        let good = file("k_factor.csv", try GoldenFolder.text("k_factor"))
        let failing = file("rollover.csv", try GoldenFolder.text("rollover", replacing: ",125,", by: ",126,"))
        let unknown = file("nobody_knows.csv", "a\n1\n")
        let notYet = file("telegrams.csv", "whatever")
        #expect(VectorReport(checking: [good]).verdict == .passed)
        #expect(VectorReport(checking: [good, failing]).verdict == .failed)
        #expect(VectorReport(checking: [good, notYet]).verdict == .failed)
        #expect(VectorReport(checking: [good, failing, unknown]).verdict == .fileWrong)
        // One wrong file does not keep the others from being checked.
        let report = VectorReport(checking: [unknown, failing, good])
        #expect(report.entries.map(\.name) == ["k_factor", "nobody_knows", "rollover"])
        #expect(report.entries.map(\.rows.count) == [6, 0, 9])
    }

    @Test("The text names each file's rows, and each figure with its place")
    func text() throws {
        let report = VectorReport(checking: [
            file("rollover.csv", try GoldenFolder.text("rollover", replacing: ",125,", by: ",126,")),
            file("telegrams.csv", ""), file("strange.csv", ""),
        ])
        let lines = report.text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "rollover      8 passed     1 failed")
        #expect(lines[1] == "  rollover.csv:3 plain: consumption expected 126, computed 125")
        #expect(lines[2].hasPrefix("strange    wrong file: strange.csv: no kind of vector has this name"))
        #expect(lines[3] == "telegrams  not yet")
        #expect(lines[4] == "8 rows passed, 1 failed, 1 files not yet (leave them out with --only), 1 files wrong")
    }

    @Test("The JSON has the same, by names that do not change")
    func json() throws {
        let report = VectorReport(checking: [
            file("rollover.csv", try GoldenFolder.text("rollover", replacing: ",125,", by: ",126,")),
            file("k_factor.csv", try GoldenFolder.text("k_factor", replacing: "1.02073", by: "x")),
            file("telegrams.csv", ""),
        ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let json = String(decoding: try encoder.encode(report), as: UTF8.self)
        let expected = """
            {"files":[{"error":{"column":"k","line":3,"problem":"'x' is not a number: character 1 does not belong there; \
            write it like 1730.00"},"failures":[],"name":"k_factor","rowsFailed":0,"rowsPassed":0,"status":"wrong"},\
            {"failures":[{"column":"consumption","computed":"125","expected":"126","line":3,"row":"plain"}],\
            "name":"rollover","rowsFailed":1,"rowsPassed":8,"status":"failed"},\
            {"failures":[],"name":"telegrams","rowsFailed":0,"rowsPassed":0,"status":"not yet"}],\
            "passed":false,"rowsFailed":1,"rowsPassed":8}
            """
        #expect(json == expected)
    }

    @Test("The JSON tells of rows of another model and of the largest difference where there are any")
    func jsonOfTolerances() throws {
        let report = VectorReport(
            "aga8_nist_published_tables", try GoldenFolder.text("aga8_nist_published_tables"))
        let json = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
        #expect(json.contains("\"rowsOfOtherModel\":120"))
        #expect(json.contains("\"largestRelativeDifference\":\"6.2e-7\""))
        let exact = VectorReport("k_factor", try GoldenFolder.text("k_factor"))
        let plain = String(decoding: try JSONEncoder().encode(exact), as: UTF8.self)
        #expect(!plain.contains("OtherModel") && !plain.contains("Difference"))
    }

    @Test("--only takes files by name, in any order, with .csv or without")
    func selection() throws {
        let folder = ["rollover.csv", "k_factor.csv", "notes.txt", "telegrams.csv", "gas", "strange.csv"]
        #expect(
            try VectorSelection.all.files(among: folder) == [
                "k_factor.csv", "rollover.csv", "strange.csv", "telegrams.csv",
            ])
        #expect(try VectorSelection(only: "rollover").files(among: folder) == ["rollover.csv"])
        #expect(
            try VectorSelection(only: "rollover.csv,k_factor").files(among: folder) == ["k_factor.csv", "rollover.csv"])
    }

    @Test("--only refuses what it does not know and what the folder does not have")
    func selectionErrors() throws {
        #expect(throws: VectorSelectionError.unknown("rolover")) { try VectorSelection(only: "k_factor,rolover") }
        #expect(throws: VectorSelectionError.noName) { try VectorSelection(only: "") }
        #expect(throws: VectorSelectionError.noName) { try VectorSelection(only: "k_factor,") }
        #expect(throws: VectorSelectionError.notInFolder("k_factor")) {
            try VectorSelection(only: "k_factor").files(among: ["rollover.csv"])
        }
        #expect(throws: VectorSelectionError.emptyFolder) { try VectorSelection.all.files(among: ["notes.txt"]) }
    }
}
