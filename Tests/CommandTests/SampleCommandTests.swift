import Foundation
import Testing

/// `endeks sample` over the photos in `Images/photos`, read by a model that sees the same digits everywhere.
@Suite("endeks sample")
struct SampleCommandTests {
    private static let photos = EndeksRun.clone.appendingPathComponent("Images/photos").path
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func run(_ model: FixedModel, language: String = "en") throws -> EndeksRun {
        let file = try scratch.write("fixed.model", try model.bytes())
        return try EndeksRun([
            "sample", "--photos", Self.photos, "--out", scratch.path("out"), "--model", file, "--language", language,
        ])
    }

    private func page() throws -> String {
        try String(contentsOfFile: scratch.path("out/index.html"), encoding: .utf8)
    }

    /// 02319 is 9 m³ above the last index of gas-11's subscriber alone; every other subscriber's reading cannot be
    /// billed: too low, too high, or another number of wheels.
    private let fitsOne = FixedModel(index: "02319", decimals: "123")

    @Test("Each photo gets its line, only an index that can be billed an invoice, and no control code is piped")
    func table() throws {
        let run = try run(fitsOne)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").filter { $0.contains("gas-") }
        #expect(lines.count == 12)
        #expect(lines.count { $0.contains("OGZ2026") } == 1)
        #expect(lines.first { $0.contains("gas-11.jpg") }?.contains("OGZ2026000000001") == true)
        #expect(!run.output.contains("\u{1B}"))
        #expect(scratch.contents("out/documents")?.sorted() == ["OGZ2026000000001.json", "OGZ2026000000001.pdf"])
    }

    @Test("The table names no subscriber")
    func masked() throws {
        let output = try run(fitsOne).output
        let folder = URL(fileURLWithPath: Self.photos).appendingPathComponent("subscribers")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(files.count == 12)
        for file in files {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for key in ["name: ", "subscriber_number: "] {
                let value = try #require(lines.first { $0.hasPrefix(key) }).dropFirst(key.count)
                #expect(!output.contains(value.replacing("\"", with: "")))
            }
        }
    }

    @Test("The page shows every photo and the invoice, in both languages, and asks nothing of the network")
    func pageIsWhole() throws {
        _ = try run(fitsOne)
        let page = try page()
        #expect(page.components(separatedBy: "<article ").count - 1 == 12)
        #expect(page.components(separatedBy: "src=\"data:image/svg+xml;base64,").count - 1 == 12)
        #expect(page.contains("1 of 12 photos billed") && page.contains("12 fotoğraftan 1 fatura"))
        #expect(page.contains("02319<"))
        // What a browser would fetch stands in src, href and url(); names of XML name spaces are no addresses.
        #expect(try page.matches(of: Regex("(src|href)=\"(?!data:|#)|url\\(|@import")).isEmpty)
    }

    @Test("A second run makes no second invoice and the same page, byte for byte")
    func repeatable() throws {
        _ = try run(fitsOne)
        let first = try page()
        let documents = scratch.contents("out/documents")?.sorted()
        #expect(try run(fitsOne).status == 0)
        #expect(try page() == first)
        #expect(scratch.contents("out/documents")?.sorted() == documents)
    }

    @Test("Where every photo is refused there is no invoice, and the page says what each customer would be told")
    func refused() throws {
        let run = try run(FixedModel(certainty: .refuse))
        #expect(run.status == 0)
        #expect(scratch.contents("out/documents") == nil)
        let page = try page()
        #expect(page.contains("0 of 12 photos billed, 12 asked for again"))
        #expect(page.components(separatedBy: "class=\"bubble\"").count - 1 == 12)
    }

    @Test("A folder without photos ends with 4, and nothing is written")
    func noPhotos() throws {
        let run = try EndeksRun(["sample", "--photos", scratch.url.path, "--out", scratch.path("out")])
        #expect(run.status == 4)
        #expect(run.errors.contains("no photo"))
        #expect(scratch.contents("out") == nil)
    }
}
