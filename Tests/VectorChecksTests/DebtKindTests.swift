import Foundation
import Testing
import VectorChecks

@Suite("Kinds of vectors: debts")
struct DebtKindTests {
    @Test(
        "Every row of every golden file passes",
        arguments: [
            ("instalments", 6), ("late_fee", 8), ("deposit_refund", 4), ("payment_allocation", 5),
            ("eft_matching", 11), ("sms_suppression", 8), ("final_invoice", 3), ("illegal_use", 2), ("hakedis", 2),
        ])
    func golden(kind: String, rows: Int) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind))
        #expect(report.verdict == .passed, "\(report.text)")
        #expect(report.entries.first?.rows.count == rows)
    }

    @Test(
        "A changed figure is a failure that shows what was expected and what was computed",
        arguments: [
            ("instalments", "250.01|250.00|250.00|250.00", "250.01|250.00|250.00|250.01", "parts", "250.01 as part 4"),
            ("instalments", "0.03|0.00|0.00|0.00,0.03", "0.03|0.00|0.00|0.00,0.04", "sum", "0.04"),
            ("instalments", "0.03|0.00|0.00|0.00", "0.03|0.00|0.00", "parts", "3 parts"),
            ("late_fee", "15,17.14,17.14", "16,17.14,17.14", "days_late", "16"),
            ("late_fee", "28,32.00,34.29", "28,32.01,34.29", "fee_daily", "32.01"),
            ("late_fee", "28,32.00,34.29", "28,32.00,34.28", "fee_month_day", "34.28"),
            ("late_fee", "3.43,9.14", "3.44,9.14", "kdv_on_fee_daily", "3.44"),
            ("late_fee", "3.43,9.14", "3.43,9.15", "legal_interest", "9.15"),
            ("deposit_refund", "157.61,890.61", "157.62,890.61", "interest", "157.62"),
            ("deposit_refund", "157.61,890.61", "157.61,890.60", "with_interest", "890.60"),
            ("deposit_refund", "245.10,1796.58", "245.10,1796.59", "cpi_indexed", "1796.59"),
            ("deposit_refund", "680.21,1586.18", "680.22,1586.18", "net_interest_policy", "680.22"),
            ("deposit_refund", "680.21,1586.18", "680.21,1586.19", "net_cpi_policy", "1586.19"),
            (
                "payment_allocation", "I1:12.34:500.00|I2:0.00:187.66", "I2:0.00:187.66|I1:12.34:500.00", "allocation",
                "I2:0.00:187.66|I1:12.34:500.00"
            ),
            ("payment_allocation", "I1:10.00:0.00,0.00", "I1:0.00:10.00,0.00", "allocation", "I1:0.00:10.00"),
            ("payment_allocation", "I1:0.00:500.00,100.00", "I1:0.00:500.00,99.99", "surplus", "99.99"),
            ("eft_matching", "50.00,suggest,4100099999", "50.00,suggest,4100012345", "account", "4100012345"),
            ("eft_matching", "50.00,suggest,4100099999", "50.00,post,4100099999", "result", "post"),
            ("sms_suppression", "false,false,true", "false,false,false", "send", "false"),
            ("final_invoice", "0.00,-830.59", "0.00,-830.58", "balance", "-830.58"),
            ("final_invoice", "358.84", "358.85", "final_invoice_total", "358.85"),
            ("final_invoice", "2234.67,collect", "2234.67,refund", "action", "refund"),
            ("illegal_use", "2536.121,2351.70,4703.40", "2536.122,2351.70,4703.40", "kwh", "2536.122"),
            ("illegal_use", "2351.70,4703.40", "2351.71,4703.40", "base_value", "2351.71"),
            ("illegal_use", "4703.40", "4703.41", "kacak_amount", "4703.41"),
            ("illegal_use", "4703.40,450.00", "4703.40,300.00", "usulsuz_amount", "300.00"),
            ("hakedis", "52880.00,52380.00", "52880.01,52380.00", "gross", "52880.01"),
            ("hakedis", "52880.00,52380.00", "52880.00,52380.01", "base", "52380.01"),
            ("hakedis", "10476.00,0.00", "10476.01,0.00", "kdv", "10476.01"),
            ("hakedis", "5839.95", "5839.96", "kdv_withheld", "5839.96"),
            ("hakedis", "64239.45", "64239.46", "payable", "64239.46"),
        ])
    func changed(kind: String, old: String, new: String, column: String, expected: String) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new))
        #expect(report.verdict == .failed)
        #expect(report.mismatches.count == 1)
        #expect(report.mismatches.first?.column == column)
        #expect(report.mismatches.first?.expected == expected)
    }

    @Test(
        "What the comments say is data: other rates, other subscribers, another KDV there give other figures",
        arguments: [
            (
                "late_fee", "3.7% from 2025-11-13", "3.8% from 2025-11-13",
                ["fee_daily", "fee_month_day", "kdv_on_fee_daily"]
            ),
            ("late_fee", "24%/yr from 2024-06-01", "25%/yr from 2024-06-01", ["legal_interest"]),
            ("late_fee", "kdv = 20% of", "kdv = 18% of", ["kdv_on_fee_daily"]),
            ("eft_matching", "4100099999/7700099999 ALİ IŞIK", "4100099998/7700099999 ALİ IŞIK", ["account"]),
            ("illegal_use", "usulsuz: 3 * open-close", "usulsuz: 4 * open-close", ["usulsuz_amount"]),
            ("illegal_use", "2 years doubles it", "2 years triples it", ["kacak_amount"]),
            ("hakedis", "KDV 20%", "KDV 18%", ["kdv", "kdv_withheld", "payable"]),
        ])
    func comments(kind: String, old: String, new: String, columns: [String]) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new))
        #expect(Set(report.mismatches.map(\.column)) == Set(columns))
    }

    @Test("A deposit's rates may stand in the comments too, and an invoice that gets nothing may be left out")
    func forms() throws {
        let text = try GoldenFolder.text(
            "deposit_refund", replacing: "# Two policies", by: "# 1%/yr from 2000-01-01. Two")
        #expect(Set(VectorReport("deposit_refund", text).mismatches.map(\.column)).contains("interest"))
        let allocation = try GoldenFolder.text(
            "payment_allocation", replacing: ",I1:2026-01-20:12.34:500.00,I1:10.00:0.00",
            by: ",I1:2026-01-20:12.34:500.00;I2:2026-02-20:0.00:1.00,I1:10.00:0.00")
        #expect(VectorReport("payment_allocation", allocation).verdict == .passed)
        let listed = allocation.replacingOccurrences(of: "I1:10.00:0.00,", with: "I1:10.00:0.00|I2:0.00:0.00,")
        #expect(VectorReport("payment_allocation", listed).verdict == .passed)
    }

    @Test(
        "A row that the library refuses to compute fails with the reason",
        arguments: [
            ("instalments", "1000.00,4,", "1000.00,0,", "parts", "there are 0 parts"),
            (
                "late_fee", "926.68,2026-02-24,2026-02-25", "926.68,2020-02-24,2020-02-25", "fee_daily",
                "no rate on 2020-02-25"
            ),
            ("deposit_refund", "733.00,2022-01-10", "733.00,2025-01-10", "with_interest", "2024-05-31 is before"),
            ("payment_allocation", "exact-one,500.00", "exact-one,-500.00", "allocation", "payment is out of"),
            ("hakedis", "500.00,0,52880.00", "52880.01,0,52880.00", "payable", "the penalties are more than the work"),
            ("final_invoice", "733.00,456.43", "-733.00,456.43", "balance", "deposit is out of its bounds"),
            ("illegal_use", "first,250", "first,-250", "kacak_amount", "measuredVolume is out of its bounds"),
        ])
    func refused(kind: String, old: String, new: String, column: String, reason: String) throws {
        let report = VectorReport(kind, try GoldenFolder.text(kind, replacing: old, by: new))
        #expect(report.verdict == .failed)
        let mismatch = try #require(report.mismatches.first)
        #expect(mismatch.column == column)
        #expect(mismatch.computed.contains(reason), "\(mismatch.computed)")
    }
}
