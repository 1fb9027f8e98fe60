import Foundation
import Testing
import Trials

/// `endeks read`: what it prints, and what it makes of files that are no photo.
@Suite("endeks read")
struct ReadCommandTests {
    private let folder: ScratchFolder
    private let model: String

    init() throws {
        folder = try ScratchFolder()
        model = try folder.write("fixed.model", FixedModel().bytes())
    }

    private static let photo = EndeksRun.clone.appendingPathComponent("Images/photos/gas-01.jpg")

    private func read(_ arguments: [String], input: Data = Data()) throws -> EndeksRun {
        try EndeksRun(["read", "--model", model] + arguments, in: folder.url, input: input)
    }

    /// The lines as objects.
    private func objects(_ run: EndeksRun) throws -> [[String: Any]] {
        try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// What `endeks read` says of a list of serials, for a photo that is not there.
    private func saysOf(serials text: String) throws -> EndeksRun {
        try read(["--serials", try folder.write("serials.csv", text), "nowhere.jpg"])
    }

    @Test(
        "Registered serials stand one a line, or in a table with a column 'serial', whatever parts it and ends its lines",
        arguments: [
            "62117580\n0057111487\n", "62117580\r\n\r\n0057111487",
            "\u{FEFF}serial\n62117580\n 0057111487 \n62117580\n",
            "name,Serial\n\"A, B\",62117580\nC,0057111487\n", "serial;place\n62117580;x\n \n0057111487;y\n",
            "# of the north\n62117580\n",
        ])
    func serialLists(text: String) throws {
        let run = try saysOf(serials: text)
        #expect(run.status != 64 && !run.errors.contains("serials.csv"), "\(run.errors)")
    }

    @Test(
        "A list of serials that cannot be used says in which line",
        arguments: [
            ("", "serials.csv: it names no serial."), ("\n \n", "it names no serial."),
            ("name,place\nA,B\n", "serials.csv:1:1: of several columns one must be named 'serial'."),
            ("name,serial\nA,62117580\nB\n", "serials.csv:3:1: there are 1 fields, not 2 as in the first line."),
            ("62117580\nabc\n", "line 2: 'abc' is no serial"), ("62117580\n\n123\n", "line 3: '123' is no serial"),
            ("62117580\n\n062117580\n", "line 3: the same digits as in line 1"),
            ("serial\n\"1\n", "serials.csv:2:1: a quoted"),
        ])
    func wrongSerialLists(text: String, words: String) throws {
        let run = try saysOf(serials: text)
        #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
    }

    @Test("A line of JSON has exactly the names that were agreed on, index and decimals with their leading zeros")
    func json() throws {
        let run = try read(["--json", "--wheels", "5", Self.photo.path])
        #expect(run.status == 0)
        let line = try #require(try objects(run).first)
        #expect(
            Set(line.keys) == [
                "file", "index", "decimals", "serial", "serialWay", "serialText", "serialListed", "serialDistance",
                "decision", "probability", "digits", "window", "reasons", "interval", "uses", "milliseconds",
            ])
        #expect(line["file"] as? String == Self.photo.path)
        #expect(line["index"] as? String == "02319")
        #expect(line["decimals"] as? String == "123")
        #expect(line["decision"] as? String == "accept")
        let digits = try #require(line["digits"] as? [[String: Any]])
        #expect(digits.map { $0["value"] as? Int } == [0, 2, 3, 1, 9, 1, 2, 3])
        for digit in digits {
            #expect(Set(digit.keys) == ["value", "position", "confidence", "box"])
            #expect((digit["box"] as? [[Double]])?.map(\.count) == [2, 2, 2, 2])
        }
        let window = try #require(line["window"] as? [[Double]])
        // The fixed model sees its window at 60…260 × 30…80 of 320 pixels; the photo has 640.
        for (corner, expected) in zip(window, [[120.0, 60], [520, 60], [520, 160], [120, 160]]) {
            #expect(abs(corner[0] - expected[0]) < 2 && abs(corner[1] - expected[1]) < 2)
        }
    }

    @Test("A photo on standard input is read, and its file is a dash")
    func standardInput() throws {
        let run = try read(["--json", "-"], input: Data(contentsOf: Self.photo))
        let line = try #require(try objects(run).first)
        #expect(line["file"] as? String == "-")
        #expect(line["index"] as? String == "02319")
        #expect(run.status == 0)
    }

    @Test("Files that are no photo are refused in their own line, and the others are still read")
    func badFiles() throws {
        let jpeg = try Data(contentsOf: Self.photo)
        var huge = jpeg
        let frame = try #require(
            (0..<jpeg.count - 1).first { jpeg[$0] == 0xFF && (0xC0...0xC2).contains(jpeg[$0 + 1]) })
        for at in frame + 5..<frame + 9 { huge[at] = 0xFF }
        let files: [(name: String, data: Data, reason: String)] = [
            ("a.jpg", Data(), "empty-file"), ("b.jpg", Data("this is text".utf8), "not-a-jpeg"),
            ("c.jpg", jpeg.prefix(jpeg.count / 2), "truncated"), ("d.jpg", huge, "too-large"),
        ]
        for file in files { _ = try folder.write(file.name, file.data) }
        _ = try folder.write("e.JPEG", jpeg)
        _ = try folder.write("notes.txt", "no photo, and not looked at")
        let run = try read(["--json", "."])
        #expect(run.status == 0)
        let lines = try objects(run)
        #expect(lines.map { $0["file"] as? String } == ["./a.jpg", "./b.jpg", "./c.jpg", "./d.jpg", "./e.JPEG"])
        for (line, file) in zip(lines, files) {
            #expect(line["decision"] as? String == "refuse")
            #expect(line["reasons"] as? [String] == [file.reason])
            #expect(line["index"] is NSNull)
            #expect(line["window"] is NSNull)
        }
        #expect(lines.last?["index"] as? String == "02319")
    }

    @Test("Another kind of picture is named, with what to do about it")
    func otherKinds() throws {
        let heic = try folder.write("a.jpg", Data([0, 0, 0, 24] + Array("ftypheic0000".utf8)))
        let run = try read([heic])
        #expect(run.status == 0)
        #expect(run.output.contains("refuse"))
        #expect(run.errors.contains("this is HEIC, not JPEG. Convert it first"))
    }

    @Test("A path that is not there and a folder without photos exit with 4; what is there is read")
    func nothingFound() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
        let run = try read(["missing.jpg", "empty", Self.photo.path])
        #expect(run.status == 4)
        #expect(run.errors.contains("missing.jpg: there is no such file or folder. Check the path."))
        #expect(run.errors.contains("empty: no photo (*.jpg, *.jpeg) lies in this folder."))
        #expect(run.output.contains("02319,123 m³"))
    }

    @Test(
        "A model that cannot be used exits with 2 and says why",
        arguments: [
            ("no model at all", "it does not begin with ENDEKSM1"), (nil, "there is no such model file"),
        ])
    func models(content: String?, problem: String) throws {
        let path = folder.path("other.model")
        if let content { _ = try folder.write("other.model", content) }
        let run = try EndeksRun(["read", "--model", path, Self.photo.path])
        #expect(run.status == 2)
        #expect(run.errors.contains(problem))
        #expect(run.output.isEmpty)
    }

    @Test(
        "Arguments that cannot be meant are refused before anything is read",
        arguments: [
            ["--wheels", "0", "x.jpg"], ["--decimals", "5", "x.jpg"], ["--last=-1", "x.jpg"],
            ["--serial", "none", "x.jpg"], ["--expected", "9-3", "x.jpg"], ["--expected", "12", "x.jpg"],
            [], ["--evaluate", "labels.csv", "--wheels", "5"], ["--evaluate", "labels.csv", "one", "two"],
            ["--folds", "folds.tsv", "x.jpg"], ["--evaluate", "labels.csv", "--folds", "folds.tsv"],
            ["--evaluate", "labels.csv", "--known", "all"], ["--only", "meters.txt", "x.jpg"],
        ])
    func usage(arguments: [String]) throws {
        let run = try read(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
    }

    @Test(
        "The steps are written as numbered files, pictures as JPEG and values as JSON, and no step changes the reading")
    func steps() throws {
        let out = folder.path("steps")
        let run = try read(["--json", "--steps", out, "--wheels", "5", "--last", "5000", Self.photo.path])
        #expect(run.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        let expected = [
            "01-photo.jpg", "02-quality.json", "03-finder.jpg", "03-finder.json", "04-window.jpg", "04-window.json",
            "05-columns.jpg", "06-wheels.jpg", "06-wheels.json", "07-serial.json", "08-decision.json",
        ]
        #expect(names == expected)
        for name in names {
            let data = try Data(contentsOf: URL(fileURLWithPath: out).appendingPathComponent(name))
            if name.hasSuffix(".jpg") {
                #expect(data.starts(with: [0xFF, 0xD8]), "\(name)")
            } else {
                #expect(try JSONSerialization.jsonObject(with: data) is [String: Any], "\(name)")
            }
        }
        // 02319 is below the last index, so a person decides, and the use is told with its value.
        let line = try #require(try objects(run).first)
        #expect(line["index"] as? String == "02319")
        #expect(line["decision"] as? String == "review")
        let uses = try #require(line["uses"] as? [[String: String]])
        #expect(uses.contains(["code": "last-index-lowered-confidence", "last": "5000"]))
    }

    @Test("The overlay embeds the photo without its metadata and draws window and digits as vectors")
    func overlay() throws {
        let drawing = folder.path("seen.svg")
        #expect(try read(["--overlay", drawing, Self.photo.path]).status == 0)
        let document = try XMLDocumentText(String(contentsOfFile: drawing, encoding: .utf8))
        #expect(document.count(of: "polygon") == 9)  // the window and eight digits
        #expect(document.count(of: "image") == 1)
        #expect(document.text.contains("02319,123 m³ · accept"))
        let start = try #require(document.text.range(of: "base64,"))
        let encoded = document.text[start.upperBound...].prefix { $0 != "\"" }
        let jpeg = try #require(Data(base64Encoded: String(encoded)))
        #expect(jpeg.starts(with: [0xFF, 0xD8]))
        #expect(jpeg.range(of: Data("Exif".utf8)) == nil)

        let two = try read(["--overlay", drawing, Self.photo.path, Self.photo.path])
        #expect(two.status == 64)
        #expect(two.errors.contains("--overlay draws one photo, and 2 were given"))
        let nowhere = try read(["--overlay", folder.path("no/such/folder.svg"), Self.photo.path])
        #expect(nowhere.status == 9)
    }

    /// An SVG, as far as its tags can be counted.
    private struct XMLDocumentText {
        let text: String

        init(_ text: String) throws {
            self.text = text
            #expect(text.hasPrefix("<svg "))
            #expect(text.hasSuffix("</svg>\n"))
        }

        func count(of tag: String) -> Int { text.components(separatedBy: "<\(tag) ").count - 1 }
    }
}
