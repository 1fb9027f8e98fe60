import Foundation
import Testing

@Suite("Policy files with rules and days")
struct PolicyFileTests {
    /// Days by which a subscriber's meter was read, in Türkiye.
    private static func day(_ before: Int) -> (text: String, year: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt
        let day = calendar.date(byAdding: .day, value: -before, to: Date()) ?? Date()
        let parts = calendar.dateComponents([.year, .month, .day], from: day)
        let year = parts.year ?? 0
        return (String(format: "%04d-%02d-%02d", year, parts.month ?? 0, parts.day ?? 0), year)
    }

    /// K 1 and 8604.20 kcal/m3, which are 10 kWh/m3.
    private static let policies = """
        version: kademe-1
        kdv:
          - {from: 2020-01-01, rate: 0.20}
        tariffs:
          - name: kademeli
            use: residential
            rounding: standard
            day_convention: exclude_first
            due_days: 15
            rules:
              - rule: free_volume
                m3: 25
              - rule: upper_tier
                above_sm3: 50
                prices:
                  - {from: 2020-01-01, tl_per_kwh: 3.5}
              - rule: discount
                share: 0.10
            prices:
              - {from: 2020-01-01, tl_per_kwh: 2}
        regions:
          - name: bir
            correction:
        \((1...12).map { "      - {month: \($0 < 10 ? "0" : "")\($0), pressure_mbar: 21, k: 1}" }.joined(separator: "\n"))
            calorific_value:
        \((1...12).map { "      - {month: \($0 < 10 ? "0" : "")\($0), kcal_per_m3: 8604.20}" }.joined(separator: "\n"))

        """

    private func take(_ text: String, _ scratch: ScratchFolder, _ more: [String] = []) throws -> EndeksRun {
        let file = try scratch.write("policies.yaml", text)
        return try EndeksRun(["policies", "import", file, "--data", scratch.path("data")] + more)
    }

    private func subscribers(_ scratch: ScratchFolder, count: Int) throws {
        let header = """
            subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,\
            pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date
            """
        let lines = (0..<count).map { number in
            "41000000\(10 + number),Ayşe Örnek \(number),Örnek Sok. \(number),bir,7700\(number),,G4,5,3,1,21,kademeli,"
                + "mechanical,tr,,,01000,\(Self.day(30).text)"
        }
        let file = try scratch.write("s.csv", ([header] + lines).joined(separator: "\n"))
        let run = try EndeksRun(["subscribers", "import", file, "--data", scratch.path("data")])
        #expect(run.status == 0, "\(run.errors)")
    }

    private func bill(_ scratch: ScratchFolder, _ subscriber: Int) throws -> EndeksRun {
        let file = try scratch.write(
            "round\(subscriber).csv",
            "subscriber_number,index,date\n41000000\(10 + subscriber),01125,\(Self.day(0).text)\n")
        return try EndeksRun(["bill", "run", file, "--data", scratch.path("data")])
    }

    @Test("Tiers, a free volume and a discount of a policy file are billed to the figures by hand, and explained")
    func rules() throws {
        let scratch = try ScratchFolder()
        let imported = try take(Self.policies, scratch)
        #expect(imported.status == 0, "\(imported.errors)")
        try subscribers(scratch, count: 2)
        // 125 m3 are 1,250 kWh: 250 free, 50 × 10.64 = 532 at 2.00 (1,064.00), 468 at 3.50 (1,638.00); of 2,702.00 a tenth
        // is taken off; 2,431.80 with 20 % KDV are 2,918.16.
        let run = try bill(scratch, 0)
        #expect(run.output.hasPrefix("1 billed, 2918.16 TL payable"), "\(run.output)\(run.errors)")
        let number = "OGZ\(Self.day(0).year)000000001"
        let explained = try EndeksRun(
            ["bill", "explain", number, "--language", "en", "--data", scratch.path("data")]
        ).output
        for text in ["1,064.00", "1,638.00", "270.20", "2,918.16", "Free energy", "upper tier", "kademe-1"] {
            #expect(explained.contains(text), "\(text) in \(explained)")
        }

        // A file for next year, imported today, changes nothing of it: neither its own price nor the terms that lack the rules.
        let next = Self.day(0).year + 1
        let later = Self.policies.replacing("version: kademe-1", with: "version: kademe-2")
            .replacing("due_days: 15", with: "due_days: 30")
            .replacing("{from: 2020-01-01, tl_per_kwh", with: "{from: \(next)-01-01, tl_per_kwh")
            .replacing("m3: 25", with: "m3: 1")
        #expect(try take(later, scratch).status == 0)
        let second = try bill(scratch, 1)
        #expect(second.output.hasPrefix("1 billed, 2918.16 TL payable"), "\(second.output)\(second.errors)")
        let other = try EndeksRun(
            [
                "bill", "explain", "OGZ\(Self.day(0).year)000000002", "--language", "en", "--data",
                scratch.path("data"),
            ]
        ).output
        // Its KDV and its gas are the newer file's now, which says them again; price and terms are not.
        #expect(other.contains(" · kademeli · kademe-1\n") && other.contains("kademe-2"), "\(other)")
    }

    @Test(
        "What a rule or a figure of a policy file cannot be is refused with its line, and nothing is imported",
        arguments: [
            ("m3: 25", "m3: 0", "'m3' must be m³ above 0"), ("m3: 25", "m3: 25,5", "'m3' must be"),
            ("m3: 25", "m3: 30001", "at most 30000"), ("m3: 25", "share: 0.1", "which is none of 'free_volume'"),
            ("above_sm3: 50", "above_sm3: -1", "'above_sm3'"),
            ("rule: upper_tier", "rule: tier", "'rule' must be one of"),
            ("tl_per_kwh: 3.5", "tl_per_kwh: 0", "has a price of 0.00000000 TL/kWh"),
            ("tl_per_kwh: 2}", "tl_per_kwh: 0}", "has a price of 0.00000000 TL/kWh"),
            ("tl_per_kwh: 2}", "tl_per_kwh: -2}", "must not be negative"),
            ("tl_per_kwh: 2}", "tl_per_kwh: 1000.5}", "at most 1000"),
            ("share: 0.10", "share: 1.1", "'share' must be a share"),
            ("share: 0.10", "share: 0.10\n        months: [13]", "'months'"),
            ("share: 0.10", "share: 0.10\n        months: [02, 02]", "names a month twice"),
            ("rule: discount", "rule: free_volume", "is a second 'free_volume'"),
            ("rate: 0.20", "rate: 1.20", "'rate' must be from 0 to 0.4"),
            ("due_days: 15", "due_days: 91", "'due_days'"),
            ("month: 03, pressure_mbar: 21, k: 1}", "month: 03, pressure_mbar: 21, k: 94.8}", "between 0.5 and 2"),
            ("month: 03, kcal_per_m3: 8604.20", "month: 03, kcal_per_m3: 86.04", "between 7000 and 12000"),
            ("due_days: 15", "due_days: 15\n    from: 2026-13-01", "'from'"),
            ("due_days: 15", "due_days: 15\n    supply: system_use", "and a price without parts"),
        ])
    func refused(_ was: String, _ becomes: String, _ says: String) throws {
        let scratch = try ScratchFolder()
        #expect(Self.policies.contains(was))
        let text = Self.policies.replacing(was, with: becomes, maxReplacements: 1)
        let run = try take(text, scratch)
        #expect(run.status == 6 && run.errors.contains(says), "\(run.errors)")
        // The place is that of a line that the change wrote, or of the entry that it stands in.
        let line = try #require(
            run.errors.split(separator: "\n").first { $0.contains(says) }?.split(separator: ":").dropFirst(2).first)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let changed = try #require(
            zip(lines, Self.policies.split(separator: "\n", omittingEmptySubsequences: false)).enumerated()
                .first { $0.element.0 != $0.element.1 }?.offset)
        #expect(abs((Int(line) ?? 0) - (changed + 1)) <= 6, "\(run.errors)")
        let retry = try take(Self.policies, scratch)
        #expect(retry.status == 0, "\(retry.errors)")
    }

    @Test("A price that jumps is told and imported only with --confirm")
    func jump() throws {
        let scratch = try ScratchFolder()
        #expect(try take(Self.policies, scratch).status == 0)
        let next = Self.policies.replacing(
            "      - {from: 2020-01-01, tl_per_kwh: 2}", with: "      - {from: 2030-01-01, tl_per_kwh: 200}")
        let run = try take(next, scratch)
        #expect(run.status == 6, "\(run.errors)")
        #expect(
            run.errors.contains(
                "tariff 'kademeli': the price from 2030-01-01 on is 200.00000000 TL/kWh, after 2.00000000."),
            "\(run.errors)")
        #expect(run.errors.contains("nothing was imported") && run.errors.contains("--confirm"))
        let confirmed = try take(next, scratch, ["--confirm"])
        #expect(confirmed.status == 0, "\(confirmed.errors)")
        #expect(try take(next, scratch).status == 0)
    }

    @Test("The example's rules are those that a file takes, once they are no comment any more")
    func example() throws {
        let scratch = try ScratchFolder()
        for (command, key) in [(["policies", "example"], "    # "), (["bill", "--example", "tariff"], "# ")] {
            var text = try EndeksRun(command).output
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let from = try #require(lines.firstIndex { $0.hasPrefix(key + "rules:") })
            let through = try #require(lines[from...].firstIndex { $0.contains("months: [12, 01, 02]") })
            text = lines.enumerated().map { place, line in
                (from...through).contains(place) ? line.replacing("# ", with: "", maxReplacements: 1) : line
            }.joined(separator: "\n")
            let file = try scratch.write("example.yaml", text)
            if command[0] == "policies" {
                let run = try EndeksRun(["policies", "import", file, "--data", scratch.path("data")])
                #expect(run.status == 0, "\(run.errors)")
            } else {
                let subscriber = try scratch.write("s.yaml", try EndeksRun(["bill", "--example", "subscriber"]).output)
                let run = try EndeksRun(
                    [
                        "bill", "photo", "none.jpg", "--subscriber", subscriber, "--tariff", file, "--out",
                        scratch.path("o"),
                    ])
                #expect(run.status == 4, "\(run.errors)")
            }
        }
    }
}
