import Foundation
import Testing
import VectorChecks

@Suite("Kinds of vectors")
struct VectorKindTests {
    @Test(
        "Every row of every golden file passes",
        arguments: [
            ("invoice_basic", 8), ("k_factor", 6), ("k_factor_udas2017", 36), ("day_weighted", 10), ("gcv_average", 3),
            ("sm3_energy", 3), ("tariff_components", 5), ("rollover", 9), ("identifiers", 18), ("tr_karekod_crc", 3),
            ("isa_pressure", 5), ("turkey_k_factor_usak_2017", 36), ("compositions", 12), ("aga8_detail_nist", 1_320),
            ("aga8_nist_published_tables", 180), ("sgerg88_pygerg", 792),
            ("corrector", 4), ("periods", 4),
            ("min_bill", 4), ("free_volume", 3), ("tiers", 3),
        ])
    func golden(kind: String, rows: Int) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind))
        #expect(report.verdict == .passed, "\(report.text)")
        #expect(report.entries.first?.rows.count == rows)
    }

    @Test("Of the published tables the rows of other models are listed, neither passed nor failed")
    func otherModels() throws {
        let text = try GoldenFolder.text("aga8_nist_published_tables")
        let report = VectorReport("aga8_nist_published_tables", text)
        let rows = try #require(report.entries.first).rows
        #expect(rows.count(where: \.isPassed) == 60 && rows.count(where: \.isOfOtherModel) == 120)
        #expect(report.text.contains("60 passed     0 failed   120 other model  largest relative difference"))
        #expect(report.text.contains("60 rows passed, 0 failed, 120 of another model"))
        let others = text.split(whereSeparator: \.isNewline).filter { !$0.contains(",DETAIL,") }.joined(separator: "\n")
        #expect(VectorReport("aga8_nist_published_tables", others).verdict == .failed, "nothing was compared")
        let unknown = try GoldenFolder.text("aga8_nist_published_tables", replacing: "DETAIL,Gulf", by: "DETIAL,Gulf")
        #expect(VectorReport("aga8_nist_published_tables", unknown).errors.first?.column == "model")
    }

    @Test(
        "The equations of state are as near to other programs' as the figures of the files allow",
        arguments: [("aga8_detail_nist", "6"), ("aga8_nist_published_tables", "6"), ("sgerg88_pygerg", "4")])
    func largestDifference(kind: String, exponent: String) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind))
        let largest = try #require(report.entries.first?.largestDifference)
        let expected = try #require(Double("1e-\(exponent)"))
        #expect(try #require(Double(largest.description)) <= expected, "\(largest)")
    }

    @Test(
        "A figure further away than the equation's tolerance fails, one within it does not",
        arguments: [
            ("aga8_detail_nist", "-20.00,0.9966693", "-20.00,0.9966704", true),
            ("aga8_detail_nist", "-20.00,0.9966693", "-20.00,0.9966700", false),
            ("aga8_detail_nist", "0.9978494,1.1396057", "0.9978494,1.1396070", true),
            ("aga8_nist_published_tables", "GulfCoast,0.997412", "GulfCoast,0.997414", true),
            ("sgerg88_pygerg", "-20,0.9967059", "-20,0.9968157", true),
            ("sgerg88_pygerg", "-20,0.9967059", "-20,0.9967159", false),
        ])
    func relativeTolerance(kind: String, old: String, new: String, fails: Bool) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new))
        #expect(report.mismatches.count == (fails ? 1 : 0))
    }

    @Test("Without the compositions beside it a file of the DETAIL equation is wrong, and says what is missing")
    func companions() throws {
        let text = try GoldenFolder.text("aga8_detail_nist")
        let report = VectorReport(checking: [VectorFile(name: "aga8_detail_nist.csv", bytes: Array(text.utf8))])
        #expect(report.errors.first?.problem.contains("compositions.csv") == true)
        let folder = ["aga8_detail_nist.csv", "compositions.csv", "k_factor.csv"]
        #expect(VectorSelection.companions(of: ["aga8_detail_nist.csv"], among: folder) == ["compositions.csv"])
    }

    @Test("Every kind that is built has its golden file")
    func complete() {
        #expect(Set(VectorKind.all.filter(\.isBuilt).map(\.name)) == Set(GoldenFolder.rooms.keys))
        #expect(Set(VectorKind.all.map(\.name)).count == VectorKind.all.count)
    }

    @Test(
        "A changed figure is a failure that shows what was expected and what was computed",
        arguments: [
            ("invoice_basic", "1730.149,772.30", "1730.149,772.31", "net", "772.31", "772.30"),
            (
                "invoice_basic", "157.717,10.96995653,1730.149,", "157.718,10.96995653,1730.149,", "md", "157.718",
                "157.717"
            ),
            ("invoice_basic", "10.96995653", "10.96995655", "factor", "10.96995655", "10.96995653"),
            ("invoice_basic", "1730.14852479", "1730.14852481", "kwh", "1730.14852481", "1730.14852479"),
            ("invoice_basic", "0.32,927.00", "0.31,927.00", "payable_rounding", "0.31", "0.32"),
            ("k_factor", "1.02073", "1.02074", "k", "1.02074", "1.02073"),
            ("k_factor_udas2017", "279.36,0.94875", "279.36,0.94876", "computed_k", "0.94876", "0.94875"),
            ("k_factor_udas2017", "279.36", "279.37", "t_kelvin", "279.37", "279.360000"),
            ("k_factor_udas2017", "0.92823,-0.00002", "0.92823,-0.00001", "delta", "-0.00001", "-0.00002"),
            ("day_weighted", "25,0.80000000,0.94875", "25,0.80000001,0.94875", "avg_price", "0.80000001", "0.80000000"),
            ("day_weighted", "excludeFirst,30,", "excludeFirst,31,", "days", "31", "30"),
            ("day_weighted", "0.94817", "0.94818", "avg_k", "0.94818", "0.94817"),
            ("gcv_average", "9195.83", "9195.84", "flow_weighted_gcv", "9195.84", "9195.8300"),
            ("gcv_average", "9277.50", "9277.51", "day_weighted_gcv", "9277.51", "9277.5000"),
            ("sm3_energy", "-0.024", "0.024", "difference", "0.024", "-0.024"),
            ("tariff_components", "true,0.92728336", "false,0.92728336", "matches", "false", "true"),
            ("tariff_components", "9.866295,9.866295", "9.866296,9.866295", "net", "9.866296", "9.866295"),
            ("rollover", ",25,rollover", ",26,rollover", "consumption", "26", "25"),
            ("rollover", ",25,rollover", ",25,ok", "status", "ok", "rollover"),
            ("rollover", ",,,hold-for-review", ",,80,hold-for-review", "consumption", "80", "none"),
            ("identifiers", "10000000146,true", "10000000146,false", "valid", "false", "true"),
            ("identifiers", "10000000146,true", "10000000147,true", "valid", "true", "false"),
            ("tr_karekod_crc", "29B1", "29B2", "crc", "29B2", "29B1"),
            ("isa_pressure", "0.909", "0.908", "pressure_bara", "0.908", "0.909000"),
            (
                "turkey_k_factor_usak_2017", "0.92823,0.92821", "0.92823,0.92822", "K_recomputed", "0.92822", "0.92821"
            ),
            ("turkey_k_factor_usak_2017", "0.92821,-0.00002", "0.92821,-0.00001", "diff", "-0.00001", "-0.00002"),
            ("turkey_k_factor_usak_2017", "6.21,279.36", "6.21,279.35", "T_K", "279.35", "279.360000"),
            ("sgerg88_pygerg", "1.1395614,0.002510", "1.1395614,0.002512", "x_n2_calc", "0.002512", "0.002510321"),
            ("corrector", "0.05,1000,4990,", "0.05,1000,4991,", "dvb", "4991", "4990.000"),
            ("corrector", "0.05,1000,4990,", "0.05,1001,4990,", "dvm", "1001", "1000.000"),
            ("corrector", "4.99000,ok", "4.98999,ok", "k_effective", "4.98999", "4.99000"),
            ("corrector", "0,0,,no-flow", "0,0,1.00000,no-flow", "k_effective", "1.00000", "none"),
            ("corrector", "0.00000,hold", "0.00000,ok", "status", "ok", "hold"),
            ("corrector", "ok,4990", "ok,4950", "proposed_md", "4950", "4990.000"),
            ("periods", "2026-02-10,31,1,2026-02-10", "2026-02-10,31,2,2026-02-10", "deviation", "2", "1"),
            ("periods", "2026-02-10,31,1,2026-02-10", "2026-02-10,30,1,2026-02-10", "days", "30", "31"),
            ("periods", "true,25,false,1", "true,10,false,1", "min_notice_days", "10", "25"),
            ("periods", "true,25,false,1", "true,25,true,1", "notice_ok", "true", "false"),
            ("periods", "true,10,true,4", "true,10,true,1", "min_instalments", "1", "4"),
            ("min_bill", "0|0|12", "0|0|11", "billed_m3", "0|0|11", "0|0|12"),
            ("min_bill", "0|0,9", "0|0,0", "carried_m3", "0", "9.000"),
            ("free_volume", "125,25,25,100", "125,25,24,100", "free_m3", "24", "25.000"),
            ("free_volume", "125,25,25,100", "125,25,25,101", "charged_m3", "101", "100.000"),
            ("tiers", "180,70,2930.93", "180,70,2930.94", "net", "2930.94", "2930.93"),
            ("tiers", "180,70,2930.93", "180,71,2930.93", "high_sm3", "71", "70.000"),
            ("tiers", "180,70,2930.93", "181,70,2930.93", "low_sm3", "181", "180.000"),
        ])
    func changed(
        kind: String, old: String, new: String, column: String, expected: String, computed: String
    ) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new))
        #expect(report.verdict == .failed)
        let mismatches = report.mismatches
        #expect(mismatches.count == 1)
        #expect(mismatches.first?.column == column)
        #expect(mismatches.first?.expected == expected)
        #expect(mismatches.first?.computed == computed)
    }

    @Test("A published K further away than 0.00003 fails, although its delta says so")
    func published() throws {
        let report = VectorReport(
            "k_factor_udas2017",
            try GoldenFolder.text(
                "k_factor_udas2017", replacing: "0.92821,0.92823,-0.00002", by: "0.92821,0.92825,-0.00004"))
        #expect(report.mismatches.map(\.column) == ["published_k"])
    }

    @Test("A figure shown to eight decimals may differ in its last one, a rounded figure may not")
    func tolerance() throws {
        let about = try GoldenFolder.text("invoice_basic", replacing: "1730.14852479", by: "1730.14852480")
        #expect(VectorReport("invoice_basic", about).verdict == .passed)
        let rounded = try GoldenFolder.text("invoice_basic", replacing: "10.97000000", by: "10.97000001")
        #expect(VectorReport("invoice_basic", rounded).verdict == .failed)
    }

    @Test(
        "Figures are compared by value, not by text",
        arguments: [
            ("invoice_basic", "772.30,154.46,926.76", "772.3,154.460,926.7600"),
            ("tariff_components", "18.739120,18.73912", "18.73912,18.7391200"),
            ("rollover", ",25,rollover", ",25.000,rollover"), ("k_factor", "1.00000", "1"),
        ])
    func byValue(kind: String, old: String, new: String) throws {
        #expect(VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new)).verdict == .passed)
    }

    @Test(
        "A row that the library refuses to compute fails with the reason",
        arguments: [
            ("invoice_basic", "2166,2319,1,1.03083", "2166,2319,9000000000000000,1.03083", "ms", "does not fit"),
            ("invoice_basic", "1,1.03083", "1,90000000000000.00001", "payable", "correctedVolume does not fit"),
            ("k_factor", "0.902,0.021,2.5", "0.902,-0.902,2.5", "k", "not above zero"),
            ("k_factor", "0.902,0.021,2.5", "0.902,0.021,-273.15", "k", "at or below"),
            (
                "day_weighted", "2026-01-05,2026-01-30,excludeFirst,25", "2025-12-30,2026-01-24,excludeFirst,25",
                "avg_price",
                "no value on 2025-12-31"
            ),
            ("gcv_average", "9155:5000|9400:1000", "9155:0|9400:0", "flow_weighted_gcv", "no gas flowed"),
            ("sm3_energy", "100.000,9155.00", "9000000000000000.000,915500000000.00", "kwh", "does not fit"),
            ("tariff_components", "5.631275,0.1187", "9223372036854.775807,0.1187", "net", "does not fit"),
            ("isa_pressure", "1757,0.819", "11000.001,0.819", "pressure_bara", "outside of"),
            ("aga8_detail_nist", "gas1,1.01325,-20.00", "gas1,1.01325,-130.01", "Z_detail", "outside of"),
            ("sgerg88_pygerg", "gas1,0.006,0.0,0.581", "gas1,0.006,0.0,0.95", "x_n2_calc", "outside of"),
            ("sgerg88_pygerg", "gas1,0.006,0.0,0.581", "gas1,0.3,0.0,0.581", "x_n2_calc", "no natural gas"),
            ("compositions", "gas1,0.965", "gas1,0.955", "gas", "add up to 0.990000000"),
            ("turkey_k_factor_usak_2017", "0.911,0.021,1.01325", "0.911,0.021,0", "K_recomputed", "not above zero"),
        ])
    func refused(kind: String, old: String, new: String, column: String, reason: String) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new))
        #expect(report.verdict == .failed)
        let mismatch = try #require(report.mismatches.first)
        #expect(mismatch.column == column)
        #expect(mismatch.computed.contains("no result"))
        #expect(mismatch.computed.contains(reason), "\(mismatch.computed)")
    }

    @Test("The tables in the comments are data: another price there gives another average")
    func commentTables() throws {
        let prices = try GoldenFolder.text("day_weighted", replacing: "2026-02-01 1.00000000", by: "2026-02-01 1.1")
        let failed = VectorReport("day_weighted", prices)
        #expect(failed.verdict == .failed)
        #expect(Set(failed.mismatches.map(\.column)) == ["avg_price"])
        let factors = try GoldenFolder.text("day_weighted", replacing: "2026-02 0.94784", by: "2026-02 0.95784")
        #expect(Set(VectorReport("day_weighted", factors).mismatches.map(\.column)) == ["avg_k"])
    }

    @Test("The tables may stand on lines of their own, in another order and over several lines")
    func commentTableForms() throws {
        let text = try GoldenFolder.text("day_weighted")
        let rows = text.split(separator: "\n").drop { $0.hasPrefix("#") }.joined(separator: "\n")
        let tables = """
            # k TABLE: 2026-01 0.94875;2026-02 0.94784;
            #   2026-03 0.93945
            # Price Table: 2026-03-01 0.95 ; 2026-01-01 0.8 TL/kWh ;
            # 2026-02-01 1
            #
            """
        let report = VectorReport("day_weighted", tables + "\n" + rows)
        #expect(report.verdict == .passed, "\(report.text)")
    }

    @Test("The KDV of gross prices is the one that the comment names")
    func grossRate() throws {
        let text = try GoldenFolder.text("tariff_components", replacing: "net*1.20", by: "net*1.10")
        #expect(Set(VectorReport("tariff_components", text).mismatches.map(\.column)) == ["gross", "matches"])
    }

    @Test("The days and instalments of periods are those that the comment names")
    func periodRules() throws {
        for (old, new, columns) in [
            ("deviation limit +-5", "deviation limit +-10", ["min_notice_days", "notice_ok"]),
            ("notice at least 10", "notice at least 9", ["min_notice_days", "notice_ok"]),
            ("payment term at least 25", "payment term at least 26", ["min_notice_days"]),
            ("long period -> at least 4", "long period -> at least 5", ["min_instalments"]),
        ] {
            let report = VectorReport("periods", try GoldenFolder.text("periods", replacing: old, by: new))
            #expect(Set(report.mismatches.map(\.column)) == Set(columns), "\(new)")
        }
    }
}
