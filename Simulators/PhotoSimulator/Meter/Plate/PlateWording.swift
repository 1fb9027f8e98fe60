/// What a plate says, in the ways that plates say it; every name is invented.
struct PlateWording: Sendable {
    /// What chance makes of the name of a firm that never was.
    let maker: String
    let city: String
    let model: String
    /// As in G4.
    let size: String
    let upperFlow: String
    let lowerFlow: String
    let pressure: String
    let volume: String
    let year: String
    let approvals: [String]
    let pulse: String
    /// Short lines that any plate may carry.
    let extras: [String]

    private static let sizes: [(size: String, upper: String, lower: String, volumes: [String])] = [
        ("G1,6", "2,5", "0,016", ["0,7", "1,2"]), ("G2,5", "4", "0,025", ["1,2", "1,6"]),
        ("G4", "6", "0,04", ["1,2", "2"]),
        ("G6", "10", "0,06", ["2", "3,5"]), ("G10", "16", "0,1", ["5", "10"]), ("G16", "25", "0,16", ["10"]),
        ("G25", "40", "0,25", ["20"]), ("G40", "65", "0,4", ["20"]), ("G65", "100", "0,65", ["40", "0,56"]),
        ("G100", "160", "1", ["0,87"]), ("G160", "250", "13", ["1,5"]), ("G250", "400", "20", ["3"]),
        ("G400", "650", "32", ["6"]),
    ]

    init(_ meter: Meter, _ random: inout SeededRandom) {
        let place =
            switch meter.kind {
            case .diaphragm where meter.housing.form == .industrial: random.whole(4...7)
            case .diaphragm, .prepaid:
                random.one(by: [(0.08, 0), (0.12, 1), (0.6, 2), (0.12, 3), (0.05, 4), (0.03, 5)])
            case .rotary: random.whole(5...9)
            case .turbine, .corrector: random.whole(8...12)
            }
        let known = meter.size.flatMap { size in
            PlateWording.sizes.first { $0.size == size.split(separator: ".").joined(separator: ",") }
        }
        let row = known ?? PlateWording.sizes[place]
        let comma = random.chance(0.75) ? "," : "."
        func localized(_ text: String) -> String {
            comma == "," ? text : text.split(separator: ",").joined(separator: comma)
        }
        let litres = place < 4 && random.chance(0.4)
        let lower = litres ? "\([16, 25, 40, 60][place]) dm³/h" : "\(localized(row.lower)) m³/h"
        let spaced = random.chance(0.6) ? " " : ""
        upperFlow = "Q\(spaced)max \(row.upper == "2,5" ? localized("2,5") : row.upper) m³/h"
        lowerFlow = "Q\(spaced)min \(lower)"
        size = localized(row.size)
        let bar = random.one(of: ["0,5 bar", "0,2 bar", "1 bar", "2 bar", "0,1 bar", "50 kPa"])
        pressure = "\(random.one(of: ["Pmax", "P max", "p max", "pmax"])) \(place > 8 ? "16 bar" : localized(bar))"
        volume = "V \(localized(random.one(of: row.volumes))) dm³"
        year = String(meter.year)
        maker = PlateWording.name(&random)
        city = PlateWording.word(&random).uppercased()
        model = random.one(of: [
            "GD-\(size)", "\(PlateWording.word(&random)) \(random.whole(10...99) * 100)",
            "MD \(random.whole(1...9))\(random.whole(0...9))/\(random.whole(10...99))0",
            "RF\(random.whole(1...9))", "S\(random.whole(1...4)) AT",
            "Type \(PlateWording.letter(&random))\(random.whole(10...99))",
        ])
        let letter = PlateWording.letter(&random)
        approvals = [
            "\(letter) \(random.whole(80...99))",
            "\(random.whole(1...39)).\(random.whole(10...99)).\(random.whole(10...99))",
            "\(letter)\(random.whole(1...9))/\(random.whole(10...99))-\(random.whole(1000...9999))",
        ]
        pulse =
            "\(random.one(of: ["1 imp = ", "1 imp ≙ ", "1 impulse = "]))\(localized(random.one(of: ["0,01", "0,1", "1"]))) m³"
        let modern = [
            "EN 1359", "Class 1,5", "tm -25…+55 °C", "tb 15 °C", "Doğal gaz",
            "M\(random.whole(10...26)) \(random.whole(1000...2999))",
            "T1450-\(random.whole(10...99))", "DE-\(random.whole(10...26))-MI002", "Gaz sayacı", "H3", "ts = -20/+50",
            "DN \(place > 6 ? 80 : 25)",
        ]
        let old = [
            "metri cubi", "sovrappr. 1 bar", "D.M. \(random.whole(10...99))\(random.whole(1000...9999))", "p 36 mbar",
            "UNI-CIG 7988",
            "MADE IN ITALY", "\(letter) \(random.whole(1960...1999))",
        ]
        let source = meter.year > 2004 || random.chance(0.25) ? modern : old
        let start = random.whole(0...source.count - 1)
        let step = source.count == 7 ? 3 : 5
        extras = (0..<4).map { source[(start + $0 * step) % source.count] }
    }

    private static func letter(_ random: inout SeededRandom) -> String {
        random.one(of: ["A", "B", "D", "F", "K", "R", "T"])
    }

    private static func word(_ random: inout SeededRandom) -> String {
        let head = random.one(of: [
            "Vel", "Tor", "Kad", "Ner", "Sab", "Bel", "Dor", "Kav", "Lun", "Per", "Ran", "Tul", "Zer", "Gam", "Ort",
        ])
        let middle =
            random.one(of: ["a", "o", "i", "e", "u"]) + random.one(of: ["m", "n", "r", "d", "v", "l", "sk", "nt"])
        return head + middle + random.one(of: ["is", "on", "ar", "em", "ova", "ina", "ut", "ek", "as", "ia"])
    }

    private static func name(_ random: inout SeededRandom) -> String {
        let word = word(&random)
        let name =
            random.chance(0.4) ? word.uppercased() : random.chance(0.3) ? "\(word) \(PlateWording.word(&random))" : word
        return name + random.one(by: [(0.3, " S.p.A."), (0.2, " A.Ş."), (0.1, " GmbH"), (0.4, "")])
    }
}
