import Foundation
import Testing
import Trials

/// `endeks bill` from a photo to its files, with a model made by hand that reads 02319 in any photo.
@Suite("endeks bill: from a photo to an invoice")
struct BillPhotosTests {
    private let folder: ScratchFolder
    private let photo: String

    init() throws {
        folder = try ScratchFolder()
        // Drawn by PhotoSimulator; it shows no serial number.
        let drawn = EndeksRun.clone.appendingPathComponent("Tests/InvoiceDocumentsTests/Golden/counter-window.jpg")
        photo = try folder.write("meter.jpg", try Data(contentsOf: drawn))
    }

    private var subscriber: [String: String] {
        [
            "subscriber_number": "\"4100012345\"", "installation_number": "\"7700054321\"", "name": "Ayşe Örnek",
            "address": "Örnek Mah. No 3", "language": "tr", "kind": "mechanical", "meter_serial": "\"00882400\"",
            "g_class": "G4", "wheels": "5", "decimals": "3", "pressure_mbar": "21", "last_index": "\"02166\"",
            "last_date": "2026-01-20",
        ]
    }

    /// Bursagaz's published figures (bursagaz.com/faturalandirma).
    private let tariff = """
        version: bursagaz-ornek
        issuer:
          name: Örnek Gaz A.Ş.
          address: Bursa
          tax_office: Örnek V.D.
          vkn: "4540536920"
          invoice_prefix: OGZ
        rounding: bursagaz
        day_convention: exclude_first
        due_days: 15
        prices:
          - {from: 2025-01-01, tl_per_kwh: 0.44637590}
        kdv:
          - {from: 2023-07-10, rate: 0.20}
        correction:
          - {month: 01, pressure_mbar: 21, k: 1.03083}
          - {month: 02, pressure_mbar: 21, k: 1.03083}
        calorific_value:
          - {month: 01, kcal_per_m3: 9438.77}
          - {month: 02, kcal_per_m3: 9438.77}

        """

    private func bill(
        _ photos: [String]? = nil, changing changes: [String: String] = [:], model: FixedModel = FixedModel(),
        more: [String] = ["--reading-date", "2026-02-19"], input: Data = Data()
    ) throws -> EndeksRun {
        let lines = subscriber.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
        let files = [
            "--subscriber", try folder.write("subscriber.yaml", lines.joined()),
            "--tariff", try folder.write("tariff.yaml", tariff),
            "--model", try folder.write("fixed.model", try model.bytes()),
        ]
        return try EndeksRun(
            ["bill"] + (photos ?? [photo]) + files + ["--out", "out", "--invoice-date", "2026-02-20"] + more,
            in: folder.url, input: input)
    }

    private func json(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: folder.url.appendingPathComponent("out/\(name).json"))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func expectRefused(
        _ run: EndeksRun, exit status: Int32, telling told: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == status, "\(run.output)\(run.errors)", sourceLocation: sourceLocation)
        #expect(
            run.output.contains("The customer would be told: \(told)"), "\(run.output)", sourceLocation: sourceLocation)
        #expect(folder.contents("out") == nil, "something was written", sourceLocation: sourceLocation)
    }

    @Test("A photo of 02319 after 02166 is Bursagaz's published bill of 927.00 TL, as PDF and as JSON")
    func bursagaz() throws {
        let run = try bill()
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("02319  accept"))
        #expect(run.output.contains("OGZ2026000000001  927,00 TL  due 09.03.2026"))
        #expect(folder.contents("out")?.sorted() == ["OGZ2026000000001.json", "OGZ2026000000001.pdf"])
        let json = try json("OGZ2026000000001")
        #expect(json["payable"] as? String == "927.00")
        let period = try #require(json["period"] as? [String: Any])
        #expect(period["lastIndex"] as? String == "02319")
        let pdf = try Data(contentsOf: folder.url.appendingPathComponent("out/OGZ2026000000001.pdf"))
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
        // The crop lies in it as a JPEG.
        #expect(pdf.range(of: Data("DCTDecode".utf8)) != nil)
    }

    @Test("A bill is explained line by line from its JSON, in the language asked for")
    func explained() throws {
        #expect(try bill().status == 0)
        let file = folder.url.appendingPathComponent("out/OGZ2026000000001.json").path
        let turkish = try EndeksRun(["bill", "explain", file])
        #expect(turkish.status == 0, "\(turkish.errors)")
        for line in [
            "OGZ2026000000001 · 2026-02-20 · bursagaz-ornek", "02319 − 02166", "153 m³", "153 m³ × 1,03083",
            "1.730 kWh × 0,44637590", "772,23 TL", "927,00 TL",
            "Faturalandırmaya Esas Satış Miktarı Tebliği (RG 24980) m.7",
        ] { #expect(turkish.output.contains(line), "\(line)\n\(turkish.output)") }
        let english = try EndeksRun(["bill", "explain", file, "--language", "en"])
        #expect(english.output.contains("Amount due") && english.output.contains("927.00 TL"), "\(english.output)")
        let none = try EndeksRun(["bill", "explain", file + "x.json"])
        #expect(none.status == 14 && none.errors.contains("there is no such file"))
        let other = try folder.write("other.json", "{\"number\": 1}")
        #expect(try EndeksRun(["bill", "explain", other]).status == 1)
        #expect(try EndeksRun(["bill", "explain", "OGZ2026000000001"]).status == 64)
    }

    @Test("The same bill again changes nothing, and another one takes the next number")
    func again() throws {
        #expect(try bill().status == 0)
        let pdf = folder.url.appendingPathComponent("out/OGZ2026000000001.pdf")
        let first = try Data(contentsOf: pdf)
        let again = try bill()
        #expect(again.status == 0)
        #expect(again.output.contains("was there already"))
        #expect(folder.contents("out")?.count == 2)
        try FileManager.default.removeItem(at: pdf)
        #expect(try bill().status == 0)
        #expect(try Data(contentsOf: pdf) == first)

        #expect(try bill(changing: ["last_index": "\"02300\""]).status == 0)
        #expect(folder.contents("out")?.count == 4)
        #expect(try json("OGZ2026000000002")["number"] as? String == "OGZ2026000000002")
    }

    @Test("A period that is billed is not billed again on another day")
    func billedPeriod() throws {
        #expect(try bill().status == 0)
        let later = try bill(more: ["--reading-date", "2026-02-18"])
        #expect(later.status == 11)
        #expect(later.errors.contains("OGZ2026000000001 bills this installation"))
        let numbered = try bill(more: ["--reading-date", "2026-02-19", "--invoice-number", "ABC2026000000009"])
        #expect(numbered.status == 11)
        #expect(folder.contents("out")?.count == 2)
    }

    @Test("Bills that run side by side take a number each, and the same bill twice takes one")
    func sideBySide() async throws {
        let model = try folder.write("fixed.model", try FixedModel().bytes())
        let tariff = try folder.write("tariff.yaml", tariff)
        var runs: [[String]] = []
        for number in 1...4 {
            let changed = subscriber.merging(["last_index": "\"0220\(number)\""]) { $1 }
            let lines = changed.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
            let file = try folder.write("subscriber\(number).yaml", lines.joined())
            let arguments = ["--subscriber", file, "--tariff", tariff, "--model", model, "--out", "out"]
            let days = ["--invoice-date", "2026-02-20", "--reading-date", "2026-02-19"]
            runs += [["bill", photo] + arguments + days, ["bill", photo] + arguments + days]
        }
        let url = folder.url
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            for run in runs { group.addTask { try EndeksRun(run, in: url).status } }
            return try await group.reduce(into: [Int32]()) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 0, count: 8))
        let names = try #require(folder.contents("out")).sorted()
        #expect(names.count == 8)
        let firstIndexes = try names.filter { $0.hasSuffix("json") }.map { name in
            (try json(String(name.dropLast(5)))["period"] as? [String: Any])?["firstIndex"] as? String
        }
        #expect(Set(firstIndexes) == ["02201", "02202", "02203", "02204"])
    }

    @Test("An invoice is not overwritten by another one under its number")
    func taken() throws {
        let numbered = ["--reading-date", "2026-02-19", "--invoice-number", "ABC2026000000007"]
        #expect(try bill(more: numbered).status == 0)
        let file = folder.url.appendingPathComponent("out/ABC2026000000007.json")
        let first = try Data(contentsOf: file)
        let other = try bill(changing: ["last_index": "\"02300\""], more: numbered)
        #expect(other.status == 9)
        #expect(other.errors.contains("ABC2026000000007 is there already"))
        #expect(try Data(contentsOf: file) == first)
        #expect(folder.contents("out")?.count == 2)
    }

    @Test("Of several photos the first accepted one makes the invoice; - is standard input")
    func several() throws {
        let text = try folder.write("note.jpg", "no photo")
        let run = try bill([text, "-"], input: try Data(contentsOf: URL(fileURLWithPath: photo)))
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("note.jpg  –  refuse: not a JPEG"))
        #expect(run.output.contains("-  02319  accept"))
        #expect(folder.contents("out")?.count == 2)
    }

    @Test("Files that cannot be opened as photos have an exit of their own, and say what to do")
    func unreadableFiles() throws {
        let run = try bill([try folder.write("note.jpg", "no photo"), try folder.write("empty.jpg", "")])
        #expect(run.status == 12, "\(run.output)\(run.errors)")
        #expect(run.output.contains("note.jpg  –  refuse: not a JPEG (save it as one)"))
        #expect(run.output.contains("empty.jpg  –  refuse: the file is empty (copy it again)"))
        #expect(folder.contents("out") == nil)
    }

    @Test("A reading that a person must look at makes no invoice")
    func review() throws {
        expectRefused(
            try bill(model: FixedModel(certainty: .review)), exit: 3,
            telling: "Teşekkür ederiz. Fotoğrafınızı bir çalışanımız inceliyor")
        expectRefused(
            try bill(changing: ["language": "en"], model: FixedModel(certainty: .review)), exit: 3,
            telling: "Thank you. A colleague of ours is checking your photo")
    }

    @Test("A refused reading makes no invoice, and the customer is asked for another photo")
    func refuse() throws {
        expectRefused(try bill(model: FixedModel(certainty: .refuse)), exit: 3, telling: "")
    }

    @Test("An index lower than the last one exits with 7 and tells both")
    func lower() throws {
        let run = try bill(changing: ["last_index": "\"02320\""])
        expectRefused(run, exit: 7, telling: "Endeksiniz 02319, önceki endeksiniz 02320 değerinden düşük.")
        #expect(run.errors.contains("no plausible rollover"))
    }

    @Test("A drop that is a plausible rollover is billed")
    func rollover() throws {
        let run = try bill(changing: ["last_index": "\"99900\"", "plausible_limit_m3": "3000"])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let figures = try #require(try json("OGZ2026000000001")["figures"] as? [String: Any])
        #expect(figures["measuredVolume"] as? String == "2419.000")
    }

    @Test("More use than is plausible is left to a person")
    func implausible() throws {
        let run = try bill(changing: ["plausible_limit_m3": "152"])
        expectRefused(run, exit: 3, telling: "Endeksiniz 02319 beklediğimizden çok yüksek.")
    }

    @Test("A counter with another number of wheels is not billed")
    func wheels() throws {
        let run = try bill(changing: ["wheels": "6", "last_index": "\"002166\""])
        #expect(run.status == 3, "\(run.output)\(run.errors)")
        #expect(folder.contents("out") == nil)
    }

    @Test(
        "What is no photo exits with 12, and the customer is told what to do",
        arguments: [
            ("empty", "Fotoğraf bize boş ulaştı."), ("text", "Bu dosyayı açamadık."),
            ("truncated", "Fotoğrafın yalnızca bir kısmı ulaştı."), ("huge", "Fotoğraf açılamayacak kadar büyük."),
        ])
    func noPhoto(_ what: String, _ told: String) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: photo))
        var data = whole
        switch what {
        case "empty": data = Data()
        case "text": data = Data("no photo".utf8)
        case "truncated": data = whole.prefix(whole.count * 2 / 3)
        default:
            // The frame header's height and width.
            let frame = try #require(whole.range(of: Data([0xFF, 0xC0])) ?? whole.range(of: Data([0xFF, 0xC2])))
            for offset in 5...8 { data[frame.lowerBound + offset] = 0xFF }
        }
        let bad = try folder.write("bad.jpg", data)
        expectRefused(try bill([bad]), exit: 12, telling: told)
    }

    @Test("A folder without photos exits with 4, a path that is not there too")
    func nothing() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appendingPathComponent("bare"), withIntermediateDirectories: true)
        for path in ["bare", "nowhere.jpg"] {
            let run = try bill([path])
            #expect(run.status == 4)
            #expect(run.errors.contains(path))
            #expect(folder.contents("out") == nil)
        }
    }

    @Test("A model that is none exits with 2")
    func model() throws {
        let run = try bill(more: ["--model", try folder.write("none.model", "no model")])
        #expect(run.status == 2)
        #expect(run.errors.contains("none.model"))
        #expect(folder.contents("out") == nil)
    }

    @Test("No name, address or number of the subscriber is printed by the command")
    func silent() throws {
        let run = try bill(changing: ["identity_number": "\"10000000146\""])
        #expect(run.status == 0)
        for personal in ["Ayşe", "Örnek Mah", "4100012345", "7700054321", "10000000146"] {
            #expect(!(run.output + run.errors).contains(personal))
        }
        let json = try String(
            contentsOf: folder.url.appendingPathComponent("out/OGZ2026000000001.json"), encoding: .utf8)
        #expect(json.contains("*******0146"))
    }
}
