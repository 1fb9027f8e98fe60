import FleetExport
import FleetSimulator
import Foundation
import Testing

@Suite("What an exported fleet says of itself")
struct TruthTests {
    /// Truth by meter and order number.
    private func truths(_ village: Exported) throws -> [[Int]: [String: Substring]] {
        var truths: [[Int]: [String: Substring]] = [:]
        for row in try village.rows(.truth) {
            let key = [try #require(Exported.number(row, "meter")), try #require(Exported.number(row, "number"))]
            #expect(truths.updateValue(row, forKey: key) == nil, "a reading has one truth")
        }
        return truths
    }

    @Test("Where nothing is wrong, the difference of two readings is what is right to bill")
    func billable() throws {
        let village = try Exported.village(months: 12)
        try village.run()
        let truths = try truths(village)
        let firsts = try village.rows(.meters).map { try #require(Exported.number($0, "first_index_m3")) }
        let wheels = try village.rows(.meters).map { try #require(Exported.number($0, "wheels")) }
        // After a fault that counted wrongly, the wheels stand a part of a m³ elsewhere than sound ones for good.
        let displaced = Set(
            try village.rows(.truthFaults).filter { $0["registered_ml"] != "0" }.compactMap {
                Exported.number($0, "meter")
            })
        var lasts = firsts
        var sound = 0
        for row in try village.rows(.readings) {
            let meter = try #require(Exported.number(row, "meter"))
            let number = try #require(Exported.number(row, "number"))
            let truth = try #require(truths[[meter, number]])
            guard let index = Exported.number(row, "index_m3") else { continue }
            defer { lasts[meter] = index }
            guard truth["faults"] == "", truth["slip"] == "", !displaced.contains(meter) else { continue }
            let before = number == 1 ? nil : truths[[meter, number - 1]]
            // A reading before that was itself wrong says nothing of this one.
            if let before, before["faults"] != "" || before["slip"] != "" { continue }
            let range = (0..<wheels[meter]).reduce(1) { range, _ in range * 10 }
            #expect((index - lasts[meter] + range) % range == Exported.number(truth, "billable_m3"))
            sound += 1
        }
        #expect(sound > 3_000)
    }

    @Test("What is billed of a sound meter in all its time is what passed, to the last whole m³ of its wheels")
    func sums() throws {
        let village = try Exported.village(months: 12)
        try village.run()
        var billed: [Int: Int] = [:]
        var counted: [Int: Int] = [:]
        for row in try village.rows(.truth) {
            let meter = try #require(Exported.number(row, "meter"))
            billed[meter, default: 0] += try #require(Exported.number(row, "billable_m3"))
            counted[meter] = Exported.number(row, "counted_ml")
        }
        let exchanged = Set(try village.rows(.exchanges).compactMap { Exported.number($0, "meter") })
        #expect(!exchanged.isEmpty)
        for (meter, volume) in billed {
            let passed = try #require(counted[meter])
            // Whole m³ at both ends of each meter that hung there.
            let slack = exchanged.contains(meter) ? 2 : 1
            #expect(abs(volume - passed / 1_000_000) <= slack, "meter \(meter)")
        }
        for row in try village.rows(.truthMeters) {
            let gas = try #require(Exported.number(row, "gas_ml"))
            let error = try #require(Exported.number(row, "error_ppm"))
            let all = try #require(Exported.number(row, "counted_ml"))
            #expect(abs(all - (gas + gas / 1_000_000 * error)) < 1_000_000 + gas / 100_000)
        }
    }

    @Test("Each named fault of the village is there with what it did")
    func faults() throws {
        let village = try Exported.village(months: 12)
        try village.run()
        let rows = try village.rows(.truthFaults)
        func row(_ meter: Int, _ name: String) throws -> [String: Substring] {
            try #require(rows.first { $0["meter"] == "\(meter)" && $0["name"] == Substring(name) })
        }
        #expect(try #require(Exported.number(try row(10, "stuckIndex"), "registered_ml")) < -100_000_000)
        #expect(try #require(Exported.number(try row(44, "reverseFlow"), "registered_ml")) < 0)
        #expect(try #require(Exported.number(try row(57, "creep"), "use_ml")) == 25_000 * 24 * 120)
        #expect(try #require(Exported.number(try row(298, "pressureSensor"), "base_ml")) != 0)
        #expect(try #require(Exported.number(try row(260, "cardFault"), "touched")) > 0)
        #expect(try #require(Exported.number(try row(70, "meterIdentity"), "touched")) >= 3)
        #expect(try row(71, "meterIdentity")["variant"] == "swappedNeighbours")
        // The exchange of meter 81: its serial changes, and the fitter's slip has both.
        let slip = try #require(try village.rows(.exchanges).first { $0["meter"] == "81" })
        let serials = Set(try village.rows(.truth).filter { $0["meter"] == "81" }.compactMap { $0["serial"] })
        #expect(serials == Set([slip["removed_serial"], slip["fitted_serial"]].compactMap { $0 }))
        #expect(slip["fitted_index_m3"] == "0")
        // Meter 31 turns over.
        let indexes = try village.rows(.truth).filter { $0["meter"] == "31" }.compactMap {
            Exported.number($0, "index_ml")
        }
        #expect(zip(indexes, indexes.dropFirst()).contains { $0 > $1 })
    }

    @Test("The route has every reading of the readers, in the order of rounds and walks")
    func route() throws {
        let village = try Exported.village(months: 2)
        try village.run()
        let route = try village.rows(.route)
        let correctors = Set(try village.rows(.meters).filter { $0["kind"] == "corrector" }.compactMap { $0["meter"] })
        #expect(correctors.count == 2)
        let read = try village.rows(.readings).filter { !correctors.contains($0["meter"] ?? "") }
        #expect(route.count == read.count)
        #expect(Set(route.compactMap { $0["installation"] }).count == village.plan.count - 2)
        // Within a book of a round, pages and lines go on.
        for (before, after) in zip(route, route.dropFirst())
        where before["book"] == after["book"] && before["due"] == after["due"] {
            let places = try [before, after].map { row in
                try ["page", "line"].map { try #require(Exported.number(row, $0)) }
            }
            #expect(places[0].lexicographicallyPrecedes(places[1]) || places[0] == places[1])
        }
    }

    @Test(
        "The archives of a corrector go on without a gap, their counters never fall, and a day has the year's seasons")
    func archives() throws {
        let village = try Exported.village(months: 12)
        try village.run()
        let rows = try village.rows(.correctorArchive).filter { $0["meter"] == "299" && $0["period"] == "daily" }
        #expect(rows.count == 365)
        #expect(rows.compactMap { Exported.number($0, "order_number") } == Array(1...365))
        let totals = rows.compactMap { Exported.number($0, "vbt_ml") }
        #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 <= $1 })
        // 1 bar above Ankara's air, at soil temperature: C is near (0.911 + 1) ÷ 1.01325 × 288.15 ÷ T, about 1.9.
        let measured = try #require(rows.last.flatMap { Exported.number($0, "vmt_ml") })
        let factor = Double(try #require(totals.last)) / Double(measured)
        #expect((1.84...1.97).contains(factor))
        let means = rows.compactMap { Exported.number($0, "mean_t_mk") }
        #expect(means[30] < means[210] - 5_000)
    }

    @Test("Every hour is there with --hourly, and agrees with the readings of its hour")
    func hours() throws {
        let village = try Exported.village(months: 1)
        try village.run(isHourly: true)
        let hourly = try village.rows(.hourlyReadings)
        #expect(hourly.count == 300 * 744)
        var shown: [Substring: Substring] = [:]
        for row in hourly { shown["\(row["meter"] ?? "")@\(row["at"] ?? "")"] = row["index_ml"] }
        let truths = try village.rows(.truth)
        #expect(truths.count > 250)
        for truth in truths { #expect(shown["\(truth["meter"] ?? "")@\(truth["at"] ?? "")"] == truth["index_ml"]) }
        let counted = try village.rows(.hourlyTruth).compactMap { Exported.number($0, "counted_ml") }
        #expect(counted.count == hourly.count)
        for first in stride(from: 0, to: counted.count, by: 744) {
            #expect(counted[first..<first + 743].enumerated().allSatisfy { $1 <= counted[first + $0 + 1] })
        }
    }
}
