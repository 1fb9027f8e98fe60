import Foundation
import Testing

@Suite("Commands of the books")
struct BooksCommandTests {
    private static let header = """
        subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,\
        pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date
        """
    private static let first =
        #"4100000001,Ayşe Örnek,"Örnek Mah. Gaz Sok. No 3/5, Çankaya",ornek,77001,882400,G4,5,3,1,21,konut,mechanical,tr,905550000001,TR.1,01021,2026-10-21"#
    private static let second =
        "4100000002,Deniz Örnek,Örnek Sok. 2,ornek,77002,,G2.5,5,3,1,21,konut,prepaid,en,,,,"

    private func status(_ folder: String) throws -> [String: Any] {
        let run = try EndeksRun(["status", "--json", "--data", folder])
        #expect(run.status == 0, "\(run.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(object as? [String: Any])
    }

    @Test("Status has the fields of its description, and a new folder holds nothing but the subscribers")
    func status() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("s.csv", [Self.header, Self.first, Self.second].joined(separator: "\n"))
        let run = try EndeksRun(["subscribers", "import", file, "--data", scratch.path("data")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "2 subscribers added, 0 updated, 1 readings added.\n")
        let status = try status(scratch.path("data"))
        #expect(
            status.keys.sorted() == [
                "credit", "frozen", "invoices", "jobs", "lateFees", "photos", "readings", "replies", "suspense",
            ])
        #expect(status["photos"] as? [String: Int] == ["received": 0, "accepted": 0, "review": 0, "refused": 0])
        #expect(status["jobs"] as? [String: Int] == ["open": 0, "dead": 0])
        for key in ["invoices", "readings", "replies"] { #expect(status[key] as? Int == 0) }
    }

    @Test("The example of policies imports as it is, and a file with mistakes names each line and changes nothing")
    func policies() throws {
        let scratch = try ScratchFolder()
        let example = try EndeksRun(["policies", "example"]).output
        let good = try scratch.write("good.yaml", example)
        let imported = try EndeksRun(["policies", "import", good, "--data", scratch.path("data")])
        #expect(imported.status == 0, "\(imported.errors)")
        let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
        let places = try ["rate: 0.18", "due_days: 15", "kcal_per_m3: 9225.00"].map { text in
            try #require(lines.firstIndex { $0.contains(text) }) + 1
        }
        let bad = try scratch.write(
            "bad.yaml",
            example.replacing("due_days: 15", with: "due_days: soon").replacing("rate: 0.18", with: "rate: 18")
                .replacing("kcal_per_m3: 9225.00", with: "kcal_per_m3: 92.25"))
        let refused = try EndeksRun(["policies", "import", bad, "--data", scratch.path("data")])
        #expect(refused.status == 6)
        #expect(refused.errors.split(separator: "\n").count == places.count, "\(refused.errors)")
        for place in places { #expect(refused.errors.contains("bad.yaml:\(place):"), "\(refused.errors)") }
    }

    @Test("Every wrong line is named with its place and what to do, none of it is imported, and nobody's name is told")
    func wrongLines() throws {
        let scratch = try ScratchFolder()
        let lines = [
            Self.header, Self.first,
            Self.first.replacing("4100000001", with: "41x").replacing("G4", with: "G5"),
            Self.second.replacing("ornek", with: "nowhere"), Self.first, "1,2,3",
            Self.first.replacing("4100000001", with: "9").replacing("905550000001", with: "05550000001"),
        ]
        let file = try scratch.write("s.csv", lines.joined(separator: "\n"))
        let run = try EndeksRun(["subscribers", "import", file, "--data", scratch.path("data")])
        #expect(run.status == 5)
        for place in [
            "s.csv:3:1: 'subscriber_number'", "s.csv:3:7: 'g_class'", "s.csv:4:4: 'region'",
            "s.csv:5:1: 'subscriber_number' is the one of line 2 too", "s.csv:6:1: there are 3 fields",
            "s.csv:7:15: 'whatsapp'", "nothing was imported: 5 lines are wrong",
        ] {
            #expect(run.errors.contains(place), "\(place) in \(run.errors)")
        }
        for secret in ["Ayşe", "Gaz Sok", "41x", "0555000"] { #expect(!run.errors.contains(secret)) }
        let counts = try EndeksRun([
            "subscribers", "import", try scratch.write("one.csv", Self.header + "\n" + Self.first),
            "--data", scratch.path("data"),
        ])
        #expect(counts.output.hasPrefix("1 subscribers added"))
    }

    @Test("A file as a spreadsheet saves it is read: byte order mark, CRLF, columns in another order")
    func spreadsheet() throws {
        let scratch = try ScratchFolder()
        let columns = Self.header.split(separator: ",")
        let fields = Self.second.split(separator: ",", omittingEmptySubsequences: false)
        let text =
            "\u{FEFF}"
            + [columns.reversed(), fields.reversed()]
            .map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
        let file = try scratch.write("s.csv", text)
        let run = try EndeksRun(["subscribers", "import", file, "--data", scratch.path("data")])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("A file with semicolons, as Excel writes it in Turkish, is imported like one with commas")
    func semicolons() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(
            "s.csv", "\u{FEFF}" + [Self.header, Self.second].joined(separator: "\r\n").replacing(",", with: ";"))
        let run = try EndeksRun(["subscribers", "import", file, "--data", scratch.path("data")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "1 subscribers added, 0 updated, 0 readings added.\n")
    }

    @Test("A header alone, another encoding, a missing column and a missing file are told as what they are")
    func noTable() throws {
        let scratch = try ScratchFolder()
        let alone = try scratch.write("a.csv", Self.header.replacing(",", with: ";"))
        let latin5 = try scratch.write("b.csv", Data(Self.header.utf8) + Data([0x0A, 0xDE, 0x2C]))
        let missing = try scratch.write("c.csv", Self.header.replacing("tariff,", with: ""))
        for (file, words) in [
            (alone, "a.csv:1:1: there is no line below the header"), (latin5, "b.csv:2:1: this is not UTF-8"),
            (missing, "the header lacks: tariff"),
            (scratch.path("none.csv"), "no such file"),
        ] {
            let run = try EndeksRun(["subscribers", "import", file, "--data", scratch.path("data")])
            #expect(run.status == 5)
            #expect(run.errors.contains(words), "\(run.errors)")
        }
    }

    @Test("A backup restores to a folder with the same numbers; a folder that is in use or not there is told")
    func backup() throws {
        let scratch = try ScratchFolder()
        let (data, copy) = (scratch.path("data"), scratch.path("copy"))
        let file = try scratch.write("s.csv", Self.header + "\n" + Self.first)
        _ = try EndeksRun(["subscribers", "import", file, "--data", data])
        let backup = try EndeksRun(["backup", scratch.path("b.endeks"), "--data", data])
        #expect(backup.status == 0, "\(backup.errors)")
        let restore = try EndeksRun(["restore", scratch.path("b.endeks"), "--data", copy])
        #expect(restore.status == 0, "\(restore.errors)")
        let again = try EndeksRun(["subscribers", "import", file, "--data", copy])
        #expect(again.output == "0 subscribers added, 1 updated, 0 readings added.\n")
        let onto = try EndeksRun(["restore", scratch.path("b.endeks"), "--data", data])
        #expect(onto.status == 13 && onto.errors.contains("not empty"))
        for command in [["status"], ["backup", scratch.path("c.endeks")]] {
            let run = try EndeksRun(command + ["--data", scratch.path("nowhere")])
            #expect(run.status == 13 && run.errors.contains("no Endeks database"))
        }
    }
}
