import Testing
import VectorChecks

@Suite("Vector files")
struct VectorFileTests {
    private func fileError(_ kind: String, _ text: String) -> VectorFileError? { VectorReport(kind, text).errors.first }

    @Test("CRLF, a byte order mark, quotes, empty lines, other column orders and more columns change nothing")
    func forms() throws {
        let golden = try GoldenFolder.text("k_factor")
        let forms = [
            golden.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
            "\u{FEFF}" + golden, golden + "\n\n", String(golden.dropLast()),
            "t_soil_c,k,extra,ps_barg,case,pa_bara\n15,\"1.02073\",\"a \"\"b\"\", c\",0.021,\"x\ny\",1.01325\n",
        ]
        for (offset, form) in forms.enumerated() {
            let report = VectorReport("k_factor", form)
            #expect(report.verdict == .passed, "form \(offset): \(report.text)")
            #expect(report.entries.first?.rows.count == (offset < 4 ? 6 : 1))
        }
    }

    @Test(
        "A number that is not one is an error with file, line and column",
        arguments: [
            ("1.02073", "1,02073"), ("1.02073", "abc"), ("1.02073", ""), ("1.02073", " 1.02073"),
            ("1.02073", "1.02073 "),
            ("1.02073", "1e0"), ("1.02073", "+1.02073"), ("1.02073", "1..2"), ("1.02073", "١"),
            ("1.02073", "\"1.020,73\""),
            ("1.02073", "99999999999999999999999999999999999999999"),
        ])
    func malformed(old: String, new: String) throws {
        let text = try GoldenFolder.text("k_factor", replacing: old, by: new)
        let error = try #require(fileError("k_factor", text))
        #expect(error.file == "k_factor.csv")
        #expect(error.line == 3)
        if !new.contains(",") || new.hasPrefix("\"") { #expect(error.column == "k") }
        #expect(VectorReport("k_factor", text).verdict == .fileWrong)
    }

    @Test(
        "Inputs with decimals that their quantity does not carry are errors, not rounded",
        arguments: [
            ("k_factor", "1.01325,0.021", "1.01325,0.0210001", "ps_barg"),
            ("invoice_basic", "0.44637590,0.20,153", "0.446375901,0.20,153", "price_per_kwh"),
            ("invoice_basic", "2166,2319", "2166.5,2319", "first_index"),
            ("tariff_components", "5.631275", "5.6312751", "purchase"),
        ])
    func decimals(kind: String, old: String, new: String, column: String) throws {
        #expect(fileError(kind, try GoldenFolder.text(kind, replacing: old, by: new))?.column == column)
    }

    @Test(
        "Other malformed fields are errors too",
        arguments: [
            ("invoice_basic", "published,bursagaz", "published,Bursagaz", "profile"),
            ("day_weighted", "2026-01-30,excludeFirst", "2026-01-30,excludefirst", "convention"),
            ("day_weighted", "2026-01-05,2026-01-30", "2026-01-05,2026-02-30", "last_read"),
            ("day_weighted", "2026-01-05,2026-01-30", "2026-01-30,2026-01-30", "last_read"),
            ("tariff_components", "11.839554,true", "11.839554,True", "matches"),
            ("gcv_average", "9200:1000|", "9200|", "daily"),
            ("gcv_average", "9200:1000|", "9200:1000||", "daily"), ("gcv_average", "9200:1000|", "9200:x|", "daily"),
            ("rollover", "plain,5,", "plain,0,", "digits"), ("rollover", "plain,5,", "plain,19,", "digits"),
            ("rollover", "plain,5,100", "plain,5,-100", "first"), ("rollover", ",4321,0", ",4321,", "new_meter_start"),
            ("rollover", ",4321,0", ",,0", "removed_at"), ("rollover", ",125,ok", ",125,OK", "status"),
            ("rollover", "225,2000", "225,", "cap_m3"),
        ])
    func malformedFields(kind: String, old: String, new: String, column: String) throws {
        let error = try #require(fileError(kind, try GoldenFolder.text(kind, replacing: old, by: new)))
        #expect(error.column == column)
        #expect(error.line != nil)
    }

    @Test("A missing column is told by its name", arguments: ["pa_bara", "ps_barg", "t_soil_c", "k", "case"])
    func missingColumn(column: String) throws {
        let header = "case,pa_bara,ps_barg,t_soil_c,k"
        let text = try GoldenFolder.text("k_factor", replacing: header, by: header.replacing(column, with: "other"))
        let error = try #require(fileError("k_factor", text))
        #expect(error.line == 2)
        #expect(error.description.hasPrefix("k_factor.csv:2: the header lacks: \(column)"), "\(error)")
    }

    @Test(
        "A text that is not a table is an error with its line",
        arguments: [
            ("", 1), ("# only a comment\n", 1), ("case,pa_bara,ps_barg,t_soil_c,k\n", nil),
            ("case,pa_bara,ps_barg,t_soil_c,k,k\na,1,0,15,1,1\n", 1),
            ("case,pa_bara,ps_barg,t_soil_c,k\na,1,0,15\n", 2),
            ("case,pa_bara,ps_barg,t_soil_c,k\na,1,0,15,1,2\n", 2),
            ("case,pa_bara,ps_barg,t_soil_c,k\n\"a,1,0,15,1\n", 2),
            ("case,pa_bara,ps_barg,t_soil_c,k\na\"b,1,0,15,1\n", 2),
            ("case,pa_bara,ps_barg,t_soil_c,k\n\"a\"b,1,0,15,1\n", 2),
            ("case,pa_bara,ps_barg,t_soil_c,k\na,1,0,15,1\rb,1,0,15,1\n", 2),
        ] as [(String, Int?)])
    func broken(text: String, line: Int?) throws {
        let error = try #require(fileError("k_factor", text))
        #expect(error.line == line)
        #expect(error.column == nil || error.column == "k")
    }

    @Test("A text that is not UTF-8 is an error")
    func encoding() {
        let report = VectorReport(checking: [VectorFile(name: "k_factor.csv", bytes: [0x63, 0xFF, 0x0A])])
        #expect(report.verdict == .fileWrong)
    }

    @Test(
        "A table in a comment that is missing, doubled or malformed is an error with its line",
        arguments: [
            ("price table:", "prices:", nil), ("K table:", "factors:", 3),
            ("2026-02-01 1.00000000", "2026-02-01 1,0", 3),
            ("2026-02-01 1.00000000", "2026-02-30 1.0", 3), ("2026-02-01 1.00000000", "2026-02-01", 3),
            ("2026-02-01 1.00000000", "2026-02-01 1.0 EUR", 3), ("2026-02-01 1.00000000", "2026-01-01 1.0", 3),
            ("2026-02 0.94784", "2026-01 0.94784", 3), ("2026-02 0.94784", "2026-02 0.947841", 3),
            ("2026-02 0.94784", "2026-13 0.94784", 3), ("2026-02 0.94784 ;", ";", 3),
        ] as [(String, String, Int?)])
    func brokenCommentTable(old: String, new: String, line: Int?) throws {
        let error = try #require(
            fileError("day_weighted", try GoldenFolder.text("day_weighted", replacing: old, by: new)))
        #expect(error.line == line)
    }
}
