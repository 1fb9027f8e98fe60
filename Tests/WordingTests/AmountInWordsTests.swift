import Testing
import Wording

@Suite("Amounts in words")
struct AmountInWordsTests {
    @Test(
        "An amount is written as people say it",
        arguments: [
            (
                "62856.00", "Altmış iki bin sekiz yüz elli altı lira",
                "Sixty-two thousand eight hundred and fifty-six lira"
            ),
            ("0.00", "Sıfır lira", "Zero lira"), ("0.07", "Yedi kuruş", "Seven kuruş"),
            ("1.10", "Bir lira on kuruş", "One lira ten kuruş"), ("100.00", "Yüz lira", "One hundred lira"),
            ("1000.00", "Bin lira", "One thousand lira"), ("1005.00", "Bin beş lira", "One thousand and five lira"),
            ("2001.00", "İki bin bir lira", "Two thousand and one lira"),
            ("101000.00", "Yüz bir bin lira", "One hundred and one thousand lira"),
            ("1000000.00", "Bir milyon lira", "One million lira"),
            ("1000001000.00", "Bir milyar bin lira", "One billion one thousand lira"),
            ("-3.50", "Eksi üç lira elli kuruş", "Minus three lira fifty kuruş"),
            ("-0.00", "Sıfır lira", "Zero lira"),
        ])
    func words(exact: String, turkish: String, english: String) throws {
        #expect(try AmountInWords.text(exact, in: .turkish) == turkish)
        #expect(try AmountInWords.text(exact, in: .english) == english)
    }

    @Test(
        "What is no amount with two decimals is refused", arguments: ["", "1", "1.0", "1.000", "1,00", ".00", "a.00"])
    func refused(text: String) {
        #expect(throws: FigureError.notPlainDecimal(text)) { try AmountInWords.text(text, in: .turkish) }
    }

    @Test("Read back, the Turkish words are the number, for ten thousand numbers of any size")
    func readBack() throws {
        var state: UInt64 = 42
        for _ in 0..<10_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number =
                (state >> 4)
                % [10, 1_000, 100_000, 10_000_000, 1_000_000_000_000, 1_000_000_000_000_000][
                    Int(state >> 61) % 6]
            let words = try AmountInWords.text("\(number).00", in: .turkish)
            #expect(Self.number(words) == number, "\(number): \(words)")
        }
    }

    private static func number(_ text: String) -> UInt64? {
        let small =
            [
                "sıfır": 0, "bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8,
                "dokuz": 9,
                "on": 10, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50, "altmış": 60, "yetmiş": 70, "seksen": 80,
                "doksan": 90,
            ] as [String: UInt64]
        let scales: [String: UInt64] = [
            "bin": 1_000, "milyon": 1_000_000, "milyar": 1_000_000_000, "trilyon": 1_000_000_000_000,
        ]
        var (sum, group): (UInt64, UInt64) = (0, 0)
        // The first letter is large; the dotted i has its dot.
        let words = (text.hasPrefix("İ") ? "i" + text.dropFirst() : text.prefix(1).lowercased() + text.dropFirst())
            .split(separator: " ").dropLast()
        for word in words.map(String.init) {
            if let value = small[word] {
                group += value
            } else if word == "yüz" {
                // Only the ones before it are hundreds.
                group = max(group, 1) * 100
            } else if let scale = scales[word] {
                sum += max(group, 1) * scale
                group = 0
            } else {
                return nil
            }
        }
        return sum + group
    }

    @Test("The advice for cards tells to load as one uses, in both languages")
    func advice() {
        #expect(AdviceWords.loadAsYouUse.text(in: .turkish).contains("kullandıkça yükleyin"))
        #expect(AdviceWords.loadAsYouUse.text(in: .english).contains("as you use it"))
        #expect(Phrase.all.contains(AdviceWords.loadAsYouUse))
    }
}
