import Foundation
import Testing

@Suite("Billing run as a command")
struct BillRunTests {
    private static let header = """
        subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,\
        pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date
        """

    private static func day(_ before: Int) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt
        let day = calendar.date(byAdding: .day, value: -before, to: Date()) ?? Date()
        let parts = calendar.dateComponents([.year, .month, .day], from: day)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    private func books(_ scratch: ScratchFolder, count: Int) throws -> String {
        let lines = (0..<count).map { number in
            "41000000\(10 + number),Ayşe Örnek \(number),Örnek Sok. \(number),ornek,7700\(number),,G4,5,3,1,21,konut,"
                + "mechanical,tr,,,01000,\(Self.day(30))"
        }
        let file = try scratch.write("s.csv", ([Self.header] + lines).joined(separator: "\n"))
        let data = scratch.path("data")
        let run = try EndeksRun(["subscribers", "import", file, "--data", data])
        #expect(run.status == 0, "\(run.errors)")
        return data
    }

    private func invoices(_ data: String) throws -> Int? {
        let status = try EndeksRun(["status", "--json", "--data", data]).output
        let object = try JSONSerialization.jsonObject(with: Data(status.utf8)) as? [String: Any]
        return object?["invoices"] as? Int
    }

    @Test(
        "A round is billed; what is held, not read or wrong is told with its place, and run again nothing is billed twice"
    )
    func round() throws {
        let scratch = try ScratchFolder()
        let data = try books(scratch, count: 6)
        let today = Self.day(0)
        let file = try scratch.write(
            "round.csv",
            [
                "subscriber_number,index,date,not_read", "4100000010,01042,\(today),", "4100000011,1043,\(today),",
                "4100000012,00900,\(today),", "4100000013,,,\"kapı kapalı, not bırakıldı\"", "4100000014,12x,\(today),",
                "9999,01042,\(today),", "1,2",
            ].joined(separator: "\n"))
        let run = try EndeksRun(["bill", "run", file, "--data", data])
        #expect(run.status == 5, "\(run.errors)")
        #expect(run.output.hasPrefix("2 billed, "), "\(run.output)")
        #expect(run.output.contains("3 for a person: R2 1, not-read 1, unknown-subscriber 1"), "\(run.output)")
        #expect(run.output.contains("2 lines refused"))
        for place in ["round.csv:6:2: 'index'", "round.csv:8:1: there are 2 fields"] {
            #expect(run.errors.contains(place), "\(run.errors)")
        }
        #expect(try invoices(data) == 2)
        let held = try String(contentsOfFile: scratch.path("round.held.csv"), encoding: .utf8)
        let lines = held.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("4100000012,00900,\(today),,,4,R2,"), "\(held)")
        #expect(lines[2].contains("\"kapı kapalı, not bırakıldı\""), "\(held)")

        let again = try EndeksRun(["bill", "run", file, "--data", data])
        #expect(again.output.hasPrefix("0 billed, 0.00 TL payable\n2 billed before"), "\(again.output)")
        #expect(try invoices(data) == 2)
        let audit = try EndeksRun(["audit", "verify", "--data", data])
        #expect(audit.status == 0, "\(audit.errors)")
    }

    @Test("The file of what is held is a round itself: a name beside a remarkable reading has it billed")
    func confirmed() throws {
        let scratch = try ScratchFolder()
        let data = try books(scratch, count: 1)
        let file = try scratch.write(
            "round.csv", "subscriber_number,index,date\n4100000010,01600,\(Self.day(0))\n")
        #expect(try EndeksRun(["bill", "run", file, "--data", data]).status == 0)
        #expect(try invoices(data) == 0)
        let held = try String(contentsOfFile: scratch.path("round.held.csv"), encoding: .utf8)
        // Typed 01600 for 01060: the rules say so, and a person decides.
        #expect(held.contains("\"R3,R6\"") && held.contains("One digit away (R6): index proposed 01060"), "\(held)")
        let mended = try scratch.write(
            "mended.csv", held.replacing(",\(Self.day(0)),,,", with: ",\(Self.day(0)),,Deniz,"))
        let run = try EndeksRun(["bill", "run", mended, "--data", data])
        #expect(run.status == 0 && run.output.hasPrefix("1 billed, "), "\(run.output)\(run.errors)")
        #expect(try invoices(data) == 1)
        // The first file again finds the invoice, and writes nothing over what somebody worked on.
        let again = try EndeksRun(["bill", "run", file, "--data", data])
        #expect(again.output.contains("1 billed before"), "\(again.output)")
    }

    @Test("A round with a header alone is told as wrong as an empty one, and nothing is billed")
    func headerAlone() throws {
        let scratch = try ScratchFolder()
        let data = try books(scratch, count: 1)
        for text in ["subscriber_number,index,date\n", "subscriber_number,index,date", ""] {
            let run = try EndeksRun(["bill", "run", try scratch.write("round.csv", text), "--data", data])
            #expect(run.status == 5 && run.output.isEmpty, "\(run.output)")
            let words = text.isEmpty ? "the file is empty" : "round.csv:1:1: there is no line below the header"
            #expect(run.errors.contains(words), "\(run.errors)")
        }
    }

    @Test("What is held says why in words")
    func heldWords() throws {
        let scratch = try ScratchFolder()
        let data = try books(scratch, count: 1)
        let first = try scratch.write(
            "first.csv", "subscriber_number,index,date\n4100000010,01000,\(Self.day(30))\n")
        let run = try EndeksRun(["bill", "run", first, "--data", data])
        #expect(run.status == 0, "\(run.errors)")
        let held = try String(contentsOfFile: scratch.path("first.held.csv"), encoding: .utf8)
        let details = try #require(held.split(separator: "\n").last)
        for raw in ["Index(", "CivilDate", "emptyPeriod", "lastIndex", "firstReading"] {
            #expect(!details.contains(raw), "\(details)")
        }
    }

    @Test("A header that lacks a column, and a folder that is not there, are told before anything is billed")
    func refused() throws {
        let scratch = try ScratchFolder()
        let data = try books(scratch, count: 1)
        let file = try scratch.write("round.csv", "subscriber_number,date\n4100000010,\(Self.day(0))\n")
        let run = try EndeksRun(["bill", "run", file, "--data", data])
        #expect(run.status == 5 && run.errors.contains("the header lacks: index"), "\(run.errors)")
        let good = try scratch.write("good.csv", "subscriber_number,index,date\n4100000010,01042,\(Self.day(0))\n")
        let nowhere = try EndeksRun(["bill", "run", good, "--data", scratch.path("nowhere")])
        #expect(nowhere.status == 13, "\(nowhere.errors)")
    }
}
