import Accounts
import Billing
import Foundation
import Intake
import Quantities
import Storage
import Testing

/// `endeks bill reverse`, `endeks meters change` and `endeks payments …` on a folder with one billed subscriber.
@Suite("Commands of invoices, meters and money")
struct MoneyCommandTests {
    private static let header = """
        subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,\
        pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date
        """

    private static func day(_ before: Int) throws -> CivilDate {
        try now.civilDate.advanced(byDays: -before)
    }

    private static var now: Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// A folder whose subscriber 4100000001 was billed ten days ago at 01121, a month after 01021.
    private func billed() async throws -> (scratch: ScratchFolder, data: [String]) {
        let scratch = try ScratchFolder()
        let data = ["--data", scratch.path("data")]
        let lines = [
            Self.header,
            "4100000001,Ayşe Örnek,Örnek Sok. 1,ornek,77001,882400,G4,5,3,1,21,konut,mechanical,tr,,TR.1,01021,\(try Self.day(40))",
            "4100000002,Deniz Örnek,Örnek Sok. 2,ornek,77002,,G4,5,3,1,21,konut,mechanical,en,,,01021,\(try Self.day(40))",
        ]
        let run = try EndeksRun(
            ["subscribers", "import", try scratch.write("s.csv", lines.joined(separator: "\n"))] + data)
        try #require(run.status == 0, "\(run.errors)")
        let store = try Store(
            folder: scratch.path("data"), migrations: AccountsTables.migrations + IntakeTables.migrations)
        let issuer = try InvoiceIssuer(
            issuer: Issuer(name: "Örnek Gaz", address: "Ankara", taxOffice: "", taxNumber: try VKN("4540536920")),
            prefix: "OGZ")
        let candidate = ReadingCandidate(
            subscriber: try SubscriberNumber("4100000001"), index: try Index(printed: "01121"), date: try Self.day(10),
            origin: .photo(1))
        let moment = Self.now - .seconds(10 * 86_400)
        _ = try await store.write { try $0.bill(candidate, issuer: issuer, at: moment) }
        return (scratch, data)
    }

    @Test("An invoice is taken back and replaced, once however often it is said, and both are explained")
    func reverses() async throws {
        let (scratch, data) = try await billed()
        defer { _ = scratch }
        let first = "OGZ\(try Self.day(10).year)000000001"
        let command = ["bill", "reverse", first, "--reason", "index", "--clerk", "Deniz", "--index", "1051"] + data
        let run = try EndeksRun(command)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("is reversed by") && run.output.contains("index 01051"))
        #expect(run.output.contains("nobody was written to"))
        let again = try EndeksRun(command)
        #expect(again.status == 0 && again.output.contains("was reversed before by"), "\(again.errors)")
        let paper = try EndeksRun(command + ["--paper", scratch.path("iptal.pdf")])
        #expect(paper.status == 0 && paper.output.contains("Its paper: "), "\(paper.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("iptal.pdf"))).starts(with: Data("%PDF".utf8)))
        let nowhere = try EndeksRun(command + ["--paper", scratch.path("no/such/folder.pdf")])
        #expect(nowhere.status == 9, "\(nowhere.errors)")
        #expect(try EndeksRun(["status"] + data).output.contains("Invoices  2\n"))
        let other = try EndeksRun(["bill", "reverse", first, "--reason", "price", "--clerk", "Deniz"] + data)
        #expect(other.status == 1 && other.errors.contains("for another reason (index)"))

        let words = again.output.split(separator: "\n").map(String.init)
        let replacement = try #require(words.last?.split(separator: " ").first.map(String.init))
        let explained = try EndeksRun(["bill", "explain", first, "--language", "en"] + data)
        #expect(explained.output.contains("the index was wrong") && explained.output.contains(replacement))
        let new = try EndeksRun(["bill", "explain", replacement] + data)
        #expect(new.output.contains("\(first) numaralı faturanın yerine") && new.output.contains("1051"))
        #expect(try EndeksRun(["audit", "verify"] + data).status == 0)
    }

    @Test("Every file that is imported is wrong with a header alone")
    func headersAlone() async throws {
        let (scratch, data) = try await billed()
        for (command, header) in [
            (["subscribers", "import"], Self.header), (["subscribers", "freeze"], "subscriber_number,from,to"),
            (["readings", "import"], "subscriber_number,date,index"),
            (["payments", "import"], "reference,date,amount,account,subscriber_number,text"),
            (
                ["meters", "change"],
                "subscriber_number,date,removed_index,new_serial,g_class,wheels,decimals,multiplier,pressure_mbar,start_index"
            ),
        ] {
            let run = try EndeksRun(command + [try scratch.write("h.csv", header + "\n")] + data)
            #expect(run.status == 5 && run.output.isEmpty, "\(command): \(run.output)")
            #expect(run.errors.contains("h.csv:1:1: there is no line below the header"), "\(command): \(run.errors)")
        }
    }

    @Test("A meter change is explained with the wheels of both counters, and a reversal with its own amounts")
    func explained() async throws {
        let (scratch, data) = try await billed()
        let change = """
            subscriber_number,date,removed_index,new_serial,g_class,wheels,decimals,multiplier,pressure_mbar,start_index
            4100000002,\(try Self.day(20)),01051,99001,G4,6,3,1,21,000002
            """
        #expect(try EndeksRun(["meters", "change", try scratch.write("m.csv", change)] + data).status == 0)
        let round = "subscriber_number,index,date\n4100000002,000042,\(try Self.day(0))\n"
        let billed = try EndeksRun(["bill", "run", try scratch.write("r.csv", round)] + data)
        #expect(billed.output.hasPrefix("1 billed"), "\(billed.output)\(billed.errors)")
        let year = Self.now.civilDate.year
        let number = "OGZ\(year)00000000\(try Self.day(10).year == year ? 2 : 1)"
        let explained = try EndeksRun(["bill", "explain", number] + data).output
        #expect(explained.contains("01051 − 01021") && explained.contains("000042 − 000002"), "\(explained)")
        #expect(
            explained.contains("policy meter-change-2026.1") && explained.contains("policy standard"), "\(explained)")
        let reversed = try EndeksRun(
            ["bill", "reverse", number, "--reason", "other", "--clerk", "Deniz", "--again"] + data)
        let reversal = try #require(
            reversed.output.split { !$0.isLetter && !$0.isNumber }.first { $0.hasPrefix("OGZ") && $0 != number }.map(
                String.init))
        let paper = try EndeksRun(["bill", "explain", reversal] + data).output
        #expect(paper.contains("Taken back: amount due") && paper.contains("invoice \(number)"), "\(paper)")
        #expect(paper.contains("000042 − 000002"), "\(paper)")
    }

    @Test("What cannot be reversed is told with what to do, and nothing changes")
    func refuses() async throws {
        let (scratch, data) = try await billed()
        defer { _ = scratch }
        let first = "OGZ\(try Self.day(10).year)000000001"
        for (arguments, status, words) in [
            (["OGZ2026000000077", "--reason", "index"], 14, "no invoice"),
            ([first, "--reason", "mood"], 64, "--reason"),
            ([first, "--reason", "index", "--index", "1o51"], 64, "--index"),
            ([first, "--reason", "index", "--index", "1051", "--again"], 64, "not both"),
            ([first, "--reason", "index", "--index", "01000"], 1, "index-lower-than-last"),
        ] as [([String], Int32, String)] {
            let run = try EndeksRun(["bill", "reverse"] + arguments + ["--clerk", "Deniz"] + data)
            #expect(run.status == status && run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        #expect(try EndeksRun(["status"] + data).output.contains("Invoices  1\n"))
    }

    @Test("Meter changes: every wrong line with its place, nothing half taken, then the whole file")
    func meters() async throws {
        let (scratch, data) = try await billed()
        let header =
            "subscriber_number,date,removed_index,new_serial,g_class,wheels,decimals,multiplier,pressure_mbar,start_index"
        let good = "4100000001,\(try Self.day(3)),1130,99001,G4,5,3,1,21,00002"
        let bad = [
            "4100000009,\(try Self.day(3)),1130,99002,G4,5,3,1,21,00002",
            "4100000002,soon,1130,99003,G5,5,3,1,21,000002",
        ]
        let wrong = try EndeksRun(
            ["meters", "change", try scratch.write("m.csv", ([header, good] + bad).joined(separator: "\n"))] + data)
        #expect(wrong.status == 5)
        for place in ["m.csv:4:2: 'date'", "m.csv:4:5: 'g_class'", "nothing was imported"] {
            #expect(wrong.errors.contains(place), "\(place) in \(wrong.errors)")
        }
        let unknown = try EndeksRun(
            ["meters", "change", try scratch.write("u.csv", [header, good, bad[0]].joined(separator: "\n"))] + data)
        #expect(unknown.status == 5 && unknown.errors.contains("u.csv:3:1: 'subscriber_number' is nobody's"))
        let file = try scratch.write("g.csv", [header, good].joined(separator: "\n"))
        let taken = try EndeksRun(["meters", "change", file] + data)
        #expect(taken.output == "1 meter changes added, 0 put right, 0 known already.\n", "\(taken.errors)")
        #expect(
            try EndeksRun(["meters", "change", file] + data).output
                == "0 meter changes added, 0 put right, 1 known already.\n")
    }

    @Test("Freezes: a wrong line refuses the file whole, an open one ends later, and a run bills nobody who is frozen")
    func freezes() async throws {
        let (scratch, data) = try await billed()
        let header = "subscriber_number,from,to"
        let good = "4100000002,\(try Self.day(20)),"
        let wrong = try EndeksRun(
            [
                "subscribers", "freeze",
                try scratch.write(
                    "w.csv",
                    [header, good, "4100000001,soon,", "4100000002,\(try Self.day(9)),\(try Self.day(10))"].joined(
                        separator: "\n")),
            ] + data)
        #expect(wrong.status == 5)
        for place in ["w.csv:3:2: 'from'", "w.csv:4:3: 'to' lies before 'from'"] {
            #expect(wrong.errors.contains(place), "\(place) in \(wrong.errors)")
        }
        let unknown = try EndeksRun(
            ["subscribers", "freeze", try scratch.write("u.csv", "\(header)\n\(good)\n77,\(try Self.day(9)),\n")] + data
        )
        #expect(unknown.status == 5 && unknown.errors.contains("u.csv:3:1: 'subscriber_number' is nobody's"))
        let file = try scratch.write("f.csv", "\(header)\n\(good)\n")
        let freeze = ["subscribers", "freeze"]
        #expect(try EndeksRun(freeze + [file] + data).output == "1 freezes added, 0 ended, 0 known already.\n")
        #expect(try EndeksRun(freeze + [file] + data).output == "0 freezes added, 0 ended, 1 known already.\n")
        #expect(try EndeksRun(["status"] + data).output.contains("Frozen    1 subscribers"))
        let round = try scratch.write("r.csv", "subscriber_number,index,date\n4100000002,01060,\(try Self.day(0))\n")
        let held = try EndeksRun(["bill", "run", round] + data)
        #expect(held.status == 0 && held.output.contains("1 frozen"), "\(held.output)\(held.errors)")
        let ended = try scratch.write("e.csv", "\(header)\n4100000002,\(try Self.day(20)),\(try Self.day(0))\n")
        #expect(try EndeksRun(freeze + [ended] + data).output == "0 freezes added, 1 ended, 0 known already.\n")
        #expect(try EndeksRun(["bill", "run", round] + data).output.contains("1 billed"))
        #expect(try EndeksRun(["audit", "verify"] + data).status == 0)
    }

    @Test("A late payment is told with its fee where the policies say so, and the clause is read strictly")
    func lateFees() async throws {
        let (scratch, data) = try await billed()
        let example = try EndeksRun(["policies", "example"]).output
        let late = try scratch.write(
            "late.yaml",
            example.replacing("late_fee: none", with: "late_fee: 0.02").replacing("due_days: 15", with: "due_days: 0"))
        // They would hold for periods that are billed, and leave nobody time to pay: somebody must mean it.
        let doubted = try EndeksRun(["policies", "import", late] + data)
        #expect(doubted.status == 6 && doubted.errors.contains("'due_days' is 0"), "\(doubted.errors)")
        #expect(doubted.errors.contains("are billed by the old ones"), "\(doubted.errors)")
        let imported = try EndeksRun(["policies", "import", late, "--confirm"] + data)
        #expect(imported.status == 0, "\(imported.errors)")
        for words in ["late_fee: sometimes", "late_fee: 1.5", "late_fee: 0"] {
            let wrong = try scratch.write("wrong.yaml", example.replacing("late_fee: none", with: words))
            let run = try EndeksRun(["policies", "import", wrong] + data)
            #expect(run.status == 6 && run.errors.contains("'late_fee' must be none"), "\(run.errors)")
        }
        // The invoice of ten days ago is not due yet: this policy is of later ones.
        let first = "OGZ\(try Self.day(10).year)000000001"
        let run = try EndeksRun(["bill", "reverse", first, "--reason", "price", "--clerk", "Deniz", "--again"] + data)
        #expect(run.status == 0, "\(run.errors)")
        let iban = "TR330006100519786457841326"
        let file = try scratch.write(
            "p.csv",
            "reference,date,amount,account,subscriber_number,text\nA1,\(try Self.day(0)),1.00,\(iban),4100000001,\n")
        let paid = try EndeksRun(["payments", "import", file] + data)
        #expect(paid.status == 0 && !paid.output.contains("Late fees"), "\(paid.output)\(paid.errors)")
    }

    @Test("Payments: the example is a file of its own, sums are told, a name only suggests, a reference counts once")
    func payments() async throws {
        let (scratch, data) = try await billed()
        let example = try EndeksRun(["payments", "import", "--example"]).output
        #expect(example.contains("\nreference,date,amount,account,subscriber_number,text\n"))
        let header = "reference,date,amount,account,subscriber_number,text"
        let iban = "TR330006100519786457841326"
        let file = try scratch.write(
            "p.csv",
            """
            \(header)
            A1,\(try Self.day(1)),100.00,\(iban),4100000001,
            A2,\(try Self.day(1)),50.00,\(iban),,4100000001 kasim
            A3,\(try Self.day(1)),20.00,\(iban),,DENIZ ORNEK
            A4,\(try Self.day(1)),5.00,merkez/2,4100000002,
            """)
        let run = try EndeksRun(["payments", "import", file] + data)
        #expect(run.status == 0, "\(run.errors)")
        for words in [
            "Booked      2 payments, 150.00 TL: 150.00 TL to invoices", "Credit      1 payments, 5.00 TL",
            "Suspense    1 payments, 20.00 TL", "A3  20.00 TL  suggests 4100000002",
        ] {
            #expect(run.output.contains(words), "\(words) in \(run.output)")
        }
        #expect(
            try EndeksRun(["payments", "import", file] + data).output.contains("Known       4 payments, 175.00 TL"))
        #expect(try EndeksRun(["payments", "list", "--suspense"] + data).output.contains("A3"))
        let status = try EndeksRun(["status"] + data).output
        #expect(status.contains("Suspense  1 payments, 20.00 TL wait for a person"), "\(status)")
        #expect(status.contains("1 credits, 5.00 TL"), "\(status)")
        let json = try EndeksRun(["status", "--json"] + data).output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let suspense = object?["suspense"] as? [String: Any]
        #expect(suspense?["count"] as? Int == 1 && suspense?["sum"] as? String == "20.00")
        let assigned = try EndeksRun(
            ["payments", "assign", "A3", "--subscriber", "4100000002", "--clerk", "Deniz"] + data)
        #expect(assigned.output.contains("20.00 TL left over as credit"), "\(assigned.errors)")
        #expect(try EndeksRun(["payments", "list", "--suspense"] + data).output == "No payment waits.\n")
        let wrong = try scratch.write(
            "w.csv", "\(header)\nA1,\(try Self.day(1)),101.00,\(iban),4100000001,\nB,\(try Self.day(1)),0.00,x,41,\n")
        let refused = try EndeksRun(["payments", "import", wrong] + data)
        #expect(refused.status == 5 && refused.errors.contains("w.csv:3:3: 'amount' must be above zero"))
        let contradicts = try scratch.write(
            "c.csv", "\(header)\nA1,\(try Self.day(1)),101.00,\(iban),4100000001,\n")
        let contradiction = try EndeksRun(["payments", "import", contradicts] + data)
        #expect(contradiction.status == 5 && contradiction.errors.contains("c.csv:2:3: 'amount' is not the 100.00"))
    }
}
