import Foundation
import Testing

@Suite("Rooms that compute money")
struct ExactRoomsTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources")

    /// What a source says outside of its comments and texts.
    private static func code(_ text: String) throws -> String {
        let quoted = try Regex(#""(\\.|[^"\\])*""#)
        let lines = text.split(separator: "\n").map { line in
            line.replacing(quoted, with: "").split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
        }
        return lines.joined(separator: "\n")
    }

    // Mistake 1, made on 2026-11-30 in a scratch copy (`let price = 0.44637590` in Tariff/): this fails.
    // A literal such as 9438.77 goes through Double even where a Decimal is asked for.
    @Test(
        "No floating point, no Foundation and no literal with a decimal point",
        arguments: [
            "Quantities", "GasPhysics", "Billing",
        ])
    func exact(room: String) throws {
        let folder = Self.sources.appendingPathComponent(room)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        try #require(files.count > 4)
        // What leaves the equations of state is rounded to stated digits; nothing else may have a Double.
        for file in files where !file.path.contains("/GasPhysics/EquationsOfState/") {
            let code = try Self.code(String(contentsOf: file, encoding: .utf8))
            for forbidden in [
                #"\b(Double|Float|Float16|Float80|CGFloat|Decimal)\b"#, #"\bimport Foundation"#, #"\d\.\d"#,
            ] {
                let found = code.firstMatch(of: try Regex(forbidden)).map { String(code[$0.range]) }
                #expect(found == nil, "\(file.lastPathComponent)")
            }
        }
    }
}
