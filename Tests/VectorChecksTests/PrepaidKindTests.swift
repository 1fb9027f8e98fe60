import Foundation
import Testing
import VectorChecks

@Suite("Kinds of vectors: prepaid gas and estimates")
struct PrepaidKindTests {
    private func file(_ kind: String, _ text: String) -> VectorFile {
        VectorFile(name: kind + ".csv", bytes: Array(text.utf8))
    }

    private static let lotMatching = ["fifo_lots", "fifo_periods", "fifo_matches", "fifo_remaining", "fifo_totals"]

    /// The report on one file with a text in it replaced, its golden companions beside it.
    private func report(_ kind: String, replacing old: String? = nil, by new: String = "") throws -> VectorReport {
        let text = try old.map { try GoldenFolder.text(kind, replacing: $0, by: new) } ?? GoldenFolder.text(kind)
        let companions = try Self.lotMatching.filter { $0 != kind }.map { file($0, try GoldenFolder.text($0)) }
        return VectorReport(checking: [file(kind, text)], beside: Self.lotMatching.contains(kind) ? companions : [])
    }

    @Test(
        "Every row of every golden file passes",
        arguments: [
            ("prepaid_load", 4), ("debt_split", 9), ("fifo_lots", 17), ("fifo_periods", 13), ("fifo_matches", 21),
            ("fifo_remaining", 17), ("fifo_totals", 13), ("kiyas", 7), ("mahsup", 3), ("prepaid_fault_8890", 4),
        ])
    func golden(kind: String, rows: Int) throws {
        let report = try report(kind)
        #expect(report.verdict == .passed, "\(report.text)")
        #expect(report.entries.map(\.rows.count) == [rows])
    }

    @Test(
        "A changed figure is a failure that shows what was expected and what was computed",
        arguments: [
            ("prepaid_load", "219.884,160", "219.885,160", "m3_wanted", "219.885", "219.884"),
            ("prepaid_load", "43.976,43.976", "43.976,43.977", "m3_sold", "43.977", "43.976"),
            ("prepaid_load", "1819.14", "1819.15", "tl_taken", "1819.15", "1819.14"),
            ("prepaid_load", "680.86", "680.85", "tl_change", "680.85", "680.86"),
            ("debt_split", "250.50,250.50,0,250.51", "250.51,250.50,0,250.51", "cap", "250.51", "250.50"),
            ("debt_split", "150.00,50.00,200.00", "150.00,50.01,200.00", "to_eksi_debt", "50.01", "50.00"),
            ("debt_split", "327.35", "300.00", "to_gas", "300.00", "327.35"),
            ("debt_split", "0.00,950.00", "0.00,800.00", "eksi_debt_left", "800.00", "950.00"),
            ("debt_split", ",149.50,", ",149.49,", "tl_debt_left", "149.49", "149.50"),
            ("fifo_matches", "811.56,942.54", "811.57,942.54", "paid", "811.57", "811.56"),
            ("fifo_matches", "942.54", "942.55", "actual", "942.55", "942.54"),
            ("fifo_matches", "-15.29,-15.29", "-15.28,-15.29", "diff", "-15.28", "-15.29"),
            ("fifo_matches", "100.30,0.00,", "100.30,100.30,", "applied", "100.30", "0.00"),
            ("fifo_matches", "lot-before-cutoff", "", "why_not_applied", "none", "lot-before-cutoff"),
            ("fifo_remaining", "price-rise,B,80", "price-rise,B,81", "m3_left", "81", "80.000"),
            ("fifo_totals", "115.69,115.69,23.14", "115.68,115.69,23.14", "raw_diff", "115.68", "115.69"),
            ("fifo_totals", "-131.25,-26.25", "-131.24,-26.25", "applied", "-131.24", "-131.25"),
            ("fifo_totals", "23.14,138.83", "23.13,138.83", "kdv", "23.13", "23.14"),
            ("fifo_totals", "138.83", "138.82", "gross", "138.82", "138.83"),
            ("fifo_totals", "138.83,debit", "138.83,credit", "kind", "credit", "debit"),
            ("fifo_totals", "2026-02,120,", "2026-02,121,", "m3", "121", "120.000"),
            ("kiyas", "4.26519337", "4.26519338", "own_daily", "4.26519338", "4.26519337"),
            ("kiyas", "4.26519337,4.79742173", "4.26519337,4.79742174", "peers_daily", "4.79742174", "4.79742173"),
            ("kiyas", "127.96", "127.95", "estimate_m3", "127.95", "127.960"),
            ("kiyas", "143.92,own", "143.92,peers", "rule", "peers", "own"),
            ("kiyas", ",0,exempt", ",1,exempt", "estimate_m3", "1", "0"),
            ("kiyas", ",,,manual", ",,0,manual", "estimate_m3", "0", "none"),
            ("mahsup", "2932.85,", "2932.86,", "true_gross", "2932.86", "2932.85"),
            ("mahsup", "66.24", "0.00", "settle", "0.00", "66.24"),
            ("mahsup", ",-45,", ",45,", "net_m3", "45", "-45.000"),
            ("mahsup", "95,2932.85,1795.00", "95,2932.85,1795.01", "already_billed", "1795.01", "1795.00"),
            ("prepaid_fault_8890", "365,730.00", "365,1000.00", "back_bill_m3", "1000.00", "730.000"),
            ("prepaid_fault_8890", ",365,", ",500,", "days_used", "500", "365"),
            ("prepaid_fault_8890", "credit", "debit", "kind", "debit", "credit"),
        ])
    func changed(
        kind: String, old: String, new: String, column: String, expected: String, computed: String
    ) throws {
        // The case `customer-credit` holds the word that its kind is changed to: take the last of the row.
        let report =
            kind == "prepaid_fault_8890" && old == "credit"
            ? try self.report(kind, replacing: "-25.00,credit", by: "-25.00,debit")
            : try self.report(kind, replacing: old, by: new)
        #expect(report.verdict == .failed)
        let mismatches = report.mismatches
        #expect(mismatches.map(\.column) == [column], "\(report.text)")
        #expect(mismatches.first?.expected == expected)
        #expect(mismatches.first?.computed == computed)
    }

    @Test("The five FIFO files lie side by side; each that is named is checked with the others beside it")
    func sideBySide() throws {
        let all = try Self.lotMatching.map { file($0, try GoldenFolder.text($0)) }
        #expect(VectorReport(checking: all).verdict == .passed)
        let names = all.map(\.name)
        for name in names {
            let companions = VectorSelection.companions(of: [name], among: names + ["rollover.csv", "notes.txt"])
            #expect(Set(companions) == Set(names).subtracting([name]))
        }
        #expect(VectorSelection.companions(of: ["rollover.csv"], among: names) == [])
        #expect(VectorSelection.companions(of: names, among: names) == [])
    }

    @Test("Without lots or periods beside it a FIFO file says which file it needs; without the outputs it is checked")
    func companionsMissing() throws {
        let (lots, periods) = (
            file("fifo_lots", try GoldenFolder.text("fifo_lots")),
            file("fifo_periods", try GoldenFolder.text("fifo_periods"))
        )
        #expect(VectorReport(checking: [lots, periods]).verdict == .passed)
        let alone = VectorReport(checking: [lots])
        #expect(alone.errors.first?.problem == "fifo_periods.csv must lie beside it; its rows are computed from both")
        let totals = file("fifo_totals", try GoldenFolder.text("fifo_totals"))
        #expect(VectorReport(checking: [totals], beside: [periods]).errors.first?.file == "fifo_totals.csv")
        let broken = file("fifo_periods", "case,period\nx,y\n")
        #expect(VectorReport(checking: [totals], beside: [lots, broken]).errors.first?.file == "fifo_periods.csv")
    }

    @Test(
        "A row that is missing, or stands twice, or belongs to no case is a failure",
        arguments: [
            ("fifo_matches", "price-rise,2026-02,B,20,203.80,188.51,-15.29,-15.29,\n", "", "no row"),
            ("fifo_remaining", "overdrawn,A,0\n", "", "no row"),
            ("fifo_totals", "price-fall,2026-03,90,-48.73,-48.73,-9.75,-58.48,credit\n", "", "no row"),
            ("fifo_remaining", "overdrawn,A,0\n", "overdrawn,A,0\noverdrawn,A,0\n", "2 rows"),
            ("fifo_remaining", "overdrawn,A,0\n", "overdrawn,A,0\nnobody,A,0\n", "nobody"),
            ("fifo_remaining", "overdrawn,A,0\n", "overdrawn,A,0\noverdrawn,Z,0\n", "Z"),
            ("fifo_matches", "overdrawn,2026-02,A,", "overdrawn,2026-02,B,", "B"),
            ("fifo_totals", "overdrawn,2026-02,130", "overdrawn,2026-03,130", "2026-03"),
        ])
    func rows(kind: String, old: String, new: String, expected: String) throws {
        let report = try report(kind, replacing: old, by: new)
        #expect(report.verdict == .failed)
        #expect(report.mismatches.contains { $0.expected == expected }, "\(report.text)")
    }

    @Test("Other lots and periods give other outputs: nothing is remembered from the golden rows")
    func otherInputs() throws {
        let lots = file(
            "fifo_lots", try GoldenFolder.text("fifo_lots", replacing: "100,0.80,9200", by: "100,0.85,9200"))
        let others = try Self.lotMatching.dropFirst().map { file($0, try GoldenFolder.text($0)) }
        let report = VectorReport(checking: [lots] + others)
        #expect(report.verdict == .failed)
        #expect(Set(report.entries.filter { !$0.isPassed }.map(\.name)) == ["fifo_matches", "fifo_totals"])
        let rate = try self.report("fifo_totals", replacing: "kdv 20%", by: "kdv 18%")
        #expect(rate.verdict == .failed && Set(rate.mismatches.map(\.column)) == ["kdv", "gross"])
    }

    @Test(
        "A field that cannot be read names its place",
        arguments: [
            ("kiyas", "380:90|392:91,", "380-90|392:91,", "own"),
            ("mahsup", "80|85,870.00", "80,870.00", "estimates_billed_gross"),
            ("fifo_lots", "2026-01-05,100,0.80", "05.01.2026,100,0.80", "purchase_date"),
            ("fifo_lots", "price-rise,B", "price-rise,A", "lot"),
            ("prepaid_fault_8890", "peers,960", "guess,960", "basis"),
            (
                "fifo_periods", "0,perPortion,2022-08-25\nizgaz-approval,read-2022-10",
                "0,net,2022-08-25\nizgaz-approval,read-2022-10", "company_rule"
            ),
            (
                "fifo_periods", "0,perPortion,2022-08-25\nizgaz-approval,read-2022-10",
                "0,perPortion,\nizgaz-approval,read-2022-10", "start_reading"
            ),
        ])
    func unreadable(kind: String, old: String, new: String, column: String) throws {
        let report = try report(kind, replacing: old, by: new)
        #expect(report.verdict == .fileWrong, "\(report.text)")
        #expect(report.errors.first?.column == column)
    }

    @Test(
        "A row that the library refuses to compute fails with the reason",
        arguments: [
            ("prepaid_load", "0.20,9266.40,0.94875,400,0,43.976", "0.20,9266.40,0,400,0,43.976", "correctionFactor"),
            ("prepaid_fault_8890", "300,300,300", "300,301,300", "301 days"),
            ("debt_split", "one-kurus,0.01", "one-kurus,-0.01", "payment"),
            ("kiyas", ",30,false,4.26519337", ",0,false,4.26519337", "days"),
            ("fifo_lots", "termination,A,2026-01-05,100,0.80", "termination,A,2026-01-05,100,-0.80", "price"),
            ("fifo_periods", "close-2026-03-05,2026-02-19", "close-2026-03-05,2026-02-18", "begins before"),
            ("fifo_periods", "2022-08-25,2022-09-25,60", "2022-08-24,2022-09-25,60", "begins before"),
        ])
    func refused(kind: String, old: String, new: String, reason: String) throws {
        let report = try report(kind, replacing: old, by: new)
        #expect(report.verdict == .failed)
        #expect(report.mismatches.contains { $0.computed.contains(reason) }, "\(report.text)")
    }
}
