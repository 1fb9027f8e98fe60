import Foundation
import Testing

/// `endeks bill` and its two files, before any photo is read.
@Suite("endeks bill: its files")
struct BillFilesTests {
    private let folder: ScratchFolder
    private let example: String
    private let tariff: String

    init() throws {
        folder = try ScratchFolder()
        example = try EndeksRun(["bill", "--example", "subscriber"]).output
        tariff = try EndeksRun(["bill", "--example", "tariff"]).output
    }

    private func bill(
        subscriber: String? = nil, tariff: String? = nil, photo: String = "no-such-photo.jpg", more: [String] = []
    ) throws -> EndeksRun {
        let files = [
            "--subscriber", try folder.write("subscriber.yaml", subscriber ?? example),
            "--tariff", try folder.write("tariff.yaml", tariff ?? self.tariff),
        ]
        return try EndeksRun(
            ["bill", photo] + files + ["--out", "out", "--invoice-date", "2026-11-21"] + more, in: folder.url)
    }

    private func expect(
        _ run: EndeksRun, exit status: Int32, saying parts: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
        for part in parts {
            #expect(run.errors.contains(part), "\(run.errors)", sourceLocation: sourceLocation)
        }
        #expect(folder.contents("out") == nil, "something was written", sourceLocation: sourceLocation)
    }

    @Test("The examples are files that are taken as they are")
    func examples() throws {
        // The photo is what is wrong, not the files.
        expect(try bill(), exit: 4, saying: ["no-such-photo.jpg", "Check the path"])
        let both = try EndeksRun(["bill", "--example"])
        #expect(both.status == 0)
        #expect(both.output.contains(example + "---\n" + tariff))
    }

    @Test(
        "A subscriber file with a mistake exits with 5 and names file, line, column, key and what to do",
        arguments: [
            ("pressure_mbar: 21", "presure_mbar: 21", [":19:1:", "'presure_mbar'", "Did you mean 'pressure_mbar'?"]),
            ("wheels: 5", "", ["'wheels'", "lacks", "wheels: 5"]),
            ("wheels: 5", "wheels: five", ["'wheels'", "whole number from 3 to 9", "'five'"]),
            ("wheels: 5", "wheels:", ["'wheels'", "no value"]),
            ("wheels: 5", "wheels: [5]", ["'wheels'", "not a plain value"]),
            ("wheels: 5", "wheels: 5\nwheels: 6", ["'wheels' is given twice"]),
            ("last_index: \"01021\"", "last_index: \"123456\"", ["'last_index'", "at most 5"]),
            ("last_index: \"01021\"", "last_index: 1.021", ["'last_index'"]),
            ("last_date: 2026-10-21", "last_date: 21.10.2026", ["'last_date'", "2026-10-21"]),
            ("last_date: 2026-10-21", "last_date: 2026-02-30", ["'last_date'"]),
            ("last_date: 2026-10-21", "last_date: 2026-11-21", ["'last_date'", "--reading-date"]),
            ("language: tr", "language: de", ["'language'", "tr, en"]),
            ("kind: mechanical", "kind: smart", ["'kind'", "mechanical, prepaid"]),
            ("pressure_mbar: 21", "pressure_mbar: 301", ["corrector"]),
            ("multiplier: 1", "multiplier: 1,5", ["'multiplier'", "'1,5'"]),
            ("multiplier: 1", "multiplier: 0", ["'multiplier'", "above zero"]),
            ("name: Ayşe Örnek", "name: Ayşe: Örnek", ["this is not YAML"]),
            ("name: Ayşe Örnek", "name: |\n  " + String(repeating: "a", count: 151), ["'name'", "150"]),
            ("name: Ayşe Örnek", "name: \"Ay\\0şe\"", ["'name'", "cannot be printed"]),
            ("name: Ayşe Örnek", "name: Ayşe \u{202E}Örnek", ["'name'", "cannot be printed"]),
            ("name: Ayşe Örnek", "name: 漢字", ["'漢'", "Latin letters"]),
            ("g_class: G4", "---\ng_class: G4", ["second document"]),
        ])
    func subscriber(_ was: String, _ becomes: String, _ parts: [String]) throws {
        #expect(example.contains(was))
        let run = try bill(subscriber: example.replacingOccurrences(of: was, with: becomes))
        expect(run, exit: 5, saying: ["subscriber.yaml"] + parts)
    }

    @Test("A subscriber file that is none exits with 5", arguments: ["", "- a\n- b\n", "\u{FEFF}", "[[[["])
    func noSubscriber(_ text: String) throws {
        expect(try bill(subscriber: text), exit: 5, saying: ["subscriber.yaml:"])
    }

    @Test("A subscriber file in another encoding than UTF-8 is told so")
    func encoding() throws {
        let file = try folder.write("latin.yaml", Data([0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xDE, 0x0A]))
        let run = try EndeksRun(["bill", "x.jpg", "--subscriber", file, "--out", "out"], in: folder.url)
        expect(run, exit: 5, saying: ["latin.yaml:1:1:", "UTF-8"])
    }

    @Test("A personal number with a mistake is not repeated in the message")
    func personal() throws {
        let run = try bill(subscriber: example + "identity_number: \"1000000014\u{661}\"\n")
        expect(run, exit: 5, saying: ["'identity_number'", "11 digits"])
        #expect(!run.errors.contains("1000000014"))
    }

    @Test(
        "A tariff file with a mistake exits with 6 and says where and what",
        arguments: [
            ("due_days: 15", "due_day: 15", ["'due_day'", "Did you mean 'due_days'?"]),
            ("purchase: 5.631275", "purchase: \"5,631275\"", ["'purchase'", "at most 6 decimals", "'5,631275'"]),
            ("purchase: 5.631275", "purchase: 1.730.00", ["'purchase'", "'1.730.00'"]),
            ("purchase: 5.631275", "purchase: 5.6312751", ["'purchase'", "at most 6 decimals"]),
            ("purchase: 5.631275", "purchase: 5e0", ["'purchase'", "'5e0'"]),
            ("purchase: 5.631275", "purchase: -5", ["'purchase'", "must not be negative"]),
            ("purchase: 5.631275", "purchase: 5.631275, tl_per_kwh: 1", ["both 'tl_per_kwh'"]),
            ("vkn: \"4540536920\"", "vkn: \"4540536921\"", ["'vkn'", "check digit"]),
            ("iban: TR33 0006", "iban: TR34 0006", ["'iban'", "check digits"]),
            (
                "iban: TR33 0006 1005 1978 6457 8413 26 ",
                "iban: [TR33 0006 1005 1978 6457 8413 26, TR02 0001 0001 7935 0985 6250 02] ",
                ["'iban'", "check digits"]
            ),
            ("rounding: standard", "rounding: up", ["'rounding'", "standard, bursagaz, exact"]),
            ("rate: 0.20", "rate: 20", ["'rate'", "0.20"]),
            ("from: 2023-07-10", "from: 2018-01-01", ["'kdv'", "same day"]),
            ("from: 2024-01-01, unit", "from: 2026-12-01, unit", ["no price for 2026-10-22"]),
            (
                "{month: 11, pa_bara: 0.913", "{month: 12, pa_bara: 0.913",
                ["an entry of 'correction'", "another entry"]
            ),
            ("  - {month: 11, kcal_per_m3: 9215.00}\n", "", ["no 'calorific_value' for 2026-11"]),
            ("  - {month: 10, pa_bara: 0.913, t_soil_c: 18.49}\n", "", ["no 'correction' for 2026-10 at 21 mbar"]),
            ("t_soil_c: 8.88", "t_soil_c: 281.9", ["'t_soil_c'", "from -40 to 60"]),
            ("holidays: [2026-01-01", "holidays: [1 January", ["'holidays'", "2026-10-21"]),
        ])
    func tariffMistakes(_ was: String, _ becomes: String, _ parts: [String]) throws {
        #expect(tariff.contains(was))
        var text = tariff.replacingOccurrences(of: was, with: becomes)
        if was.hasPrefix("from: 2024") {
            // The later price goes too, so that none holds in the period.
            text = text.split(separator: "\n").filter { !$0.contains("from: 2026-01-01") }.joined(separator: "\n")
        }
        expect(try bill(tariff: text), exit: 6, saying: ["tariff.yaml"] + parts)
    }

    @Test("A prepaid meter exits with 8 before any photo is looked for, and the customer is told why")
    func prepaid() throws {
        let text = example.replacingOccurrences(of: "kind: mechanical", with: "kind: prepaid")
        let run = try bill(subscriber: text)
        expect(run, exit: 8, saying: ["subscriber.yaml", "prepaid"])
        #expect(run.output.contains("Sayacınız ön ödemeli"))
        let english = try bill(subscriber: text.replacingOccurrences(of: "language: tr", with: "language: en"))
        #expect(english.output.contains("Your meter is prepaid"))
    }

    @Test("A folder that cannot be written exits with 9 before any photo is read")
    func output() throws {
        let file = try folder.write("file", "")
        let run = try bill(more: ["--out", file + "/out"])
        expect(run, exit: 9, saying: ["is a file, not a folder", "--out"])
    }

    @Test(
        "What cannot be understood exits with 64",
        arguments: [
            ["bill"], ["bill", "a.jpg"], ["bill", "a.jpg", "--subscriber", "s.yaml"],
            ["bill", "a.jpg", "--subscriber", "s.yaml", "--out", "o", "--invoice-date", "21.11.2026"],
            ["bill", "a.jpg", "--subscriber", "s.yaml", "--out", "o", "--invoice-number", "1"],
            [
                "bill", "a.jpg", "--subscriber", "s.yaml", "--out", "o", "--invoice-date", "2026-11-20",
                "--reading-date", "2026-11-21",
            ],
            ["bill", "--example", "invoice"],
        ])
    func usage(_ arguments: [String]) throws {
        let run = try EndeksRun(arguments, in: folder.url)
        expect(run, exit: 64, saying: ["Usage"])
    }

    @Test("The exit codes stand in the help")
    func help() throws {
        let help = try EndeksRun(["bill", "photo", "--help"]).output
        for code in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 64] {
            #expect(help.split(separator: "\n").contains { $0.hasPrefix(code < 10 ? "   \(code)  " : "  \(code)  ") })
        }
    }
}
