import Foundation
import Testing
import VectorChecks

/// The golden files of the rooms that the checks compute with, which the checks must pass too.
enum GoldenFolder {
    /// The kinds that are built, and whose golden file each stands in which room's tests.
    static let rooms = [
        "invoice_basic": "Billing", "day_weighted": "Billing", "tariff_components": "Billing", "rollover": "Billing",
        "k_factor": "GasPhysics", "k_factor_udas2017": "GasPhysics", "gcv_average": "GasPhysics",
        "sm3_energy": "GasPhysics",
        // Gas and identifiers
        "isa_pressure": "GasPhysics", "turkey_k_factor_usak_2017": "GasPhysics", "compositions": "GasPhysics",
        "aga8_detail_nist": "GasPhysics", "aga8_nist_published_tables": "GasPhysics", "sgerg88_pygerg": "GasPhysics",
        "identifiers": "Quantities", "tr_karekod_crc": "Quantities",
        // Prepaid and estimates
        "prepaid_load": "Billing", "debt_split": "Billing", "fifo_lots": "Billing", "fifo_periods": "Billing",
        "fifo_matches": "Billing", "fifo_remaining": "Billing", "fifo_totals": "Billing", "kiyas": "Billing",
        "mahsup": "Billing", "prepaid_fault_8890": "Billing",
        // Metering and tariffs
        "corrector": "Billing", "periods": "Billing", "min_bill": "Billing",
        "free_volume": "Billing", "tiers": "Billing",
        // Debts
        "instalments": "Billing", "late_fee": "Billing", "deposit_refund": "Billing", "payment_allocation": "Billing",
        "eft_matching": "Billing", "sms_suppression": "Billing", "final_invoice": "Billing", "illegal_use": "Billing",
        "hakedis": "Billing",
    ]

    static func text(_ kind: String) throws -> String {
        let room = try #require(rooms[kind])
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: tests.appendingPathComponent("\(room)Tests/Golden/\(kind).csv"), encoding: .utf8)
    }

    /// The golden file of `kind` with one text in it replaced; the text must stand there.
    static func text(_ kind: String, replacing old: String, by new: String) throws -> String {
        let text = try text(kind)
        let range = try #require(text.range(of: old), "\(kind).csv does not hold \(old)")
        return text.replacingCharacters(in: range, with: new)
    }
}

extension VectorReport {
    /// The report on one file, the golden files that it needs beside it.
    init(_ kind: String, _ text: String) {
        let companions = (VectorKind.named(kind)?.companions ?? []).compactMap { name in
            (try? GoldenFolder.text(name)).map { VectorFile(name: name + ".csv", bytes: Array($0.utf8)) }
        }
        self.init(checking: [VectorFile(name: kind + ".csv", bytes: Array(text.utf8))], beside: companions)
    }

    /// The figures that differ in all files.
    var mismatches: [RowComparison.Mismatch] { entries.flatMap(\.rows).flatMap(\.mismatches) }
}
