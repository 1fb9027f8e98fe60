import Billing
import Foundation
import GasPhysics
import InvoiceDocuments
import Quantities
import Testing
import Wording

@Suite("The invoice as PDF")
struct InvoicePDFTests {
    let fonts: DocumentFonts

    init() throws { fonts = try DocumentFonts() }

    @Test("Bursagaz's published bill comes out digit for digit")
    func bursagaz() throws {
        let text = try PDFTool(pdf: try SampleInvoice.bursagaz.sheet().pdf(fonts: fonts)).text()
        // bursagaz.com/faturalandirma
        for figure in [
            "02319 − 02166", "153 m³ × 1,03083", "157,72", "9.438,77 ÷ 860,42", "10,97", "157,72 m³ × 10,97",
            "1.730 kWh × 0,44637590", "772,23", "154,45", "926,68 + 0,32", "0,32", "927,00 TL",
        ] {
            #expect(text.contains(figure), "\(figure) is not on the page")
        }
        #expect(text.contains("09.03.2026"))  // 20.02.2026 + 15 days is a Saturday: on to Monday
    }

    @Test("Turkish letters come out of the PDF as they went in")
    func turkish() throws {
        var sample = SampleInvoice.bursagaz
        sample.name = "ĞÜŞİÖÇ IĞDIR ğüşıöçİ ₺"
        let text = try PDFTool(pdf: try sample.sheet().pdf(fonts: fonts)).text()
        #expect(text.contains("ĞÜŞİÖÇ IĞDIR ğüşıöçİ ₺"))
        #expect(text.contains("Nasıl hesaplandı"))
        #expect(text.contains("Sayaç ölçüm basıncı"))
    }

    @Test("An English subscriber gets English words and an English decimal point")
    func english() throws {
        let text = try PDFTool(pdf: try SampleInvoice.bursagaz.sheet(.english).pdf(fonts: fonts)).text()
        #expect(text.contains("TL 927.00"))
        #expect(text.contains("Amount due"))
        #expect(text.contains("9,438.77 ÷ 860.42"))
        #expect(!text.contains("Ödenecek"))
    }

    // Row 110. Mutation tried: the first account alone, as it was; this fails.
    @Test("Every account of the issuer stands on the paper, in groups of four, and on the longest page they fit too")
    func bankAccounts() throws {
        var samples = [SampleInvoice.bursagaz, try SampleInvoice.longest]
        for place in samples.indices {
            samples[place].bankAccounts = [
                "TR020001000179350985625001", "TR120004600114888000243417", "TR330006100519786457841326",
            ]
            let tool = PDFTool(pdf: try samples[place].sheet().pdf(fonts: fonts))
            let text = try tool.text()
            for account in [
                "TR02 0001 0001 7935 0985 6250 01", "TR12 0004 6001 1488 8000 2434 17",
                "TR33 0006 1005 1978 6457 8413 26",
            ] {
                #expect(text.contains(account), "\(account) is not on the page")
            }
            #expect(text.components(separatedBy: "abone numaranızı yazınız").count == 2)
        }
    }

    @Test("The same sheet gives the same bytes, whoever loads the fonts")
    func deterministic() throws {
        let crop = try JPEGImage(try goldenCrop())
        let first = try SampleInvoice.bursagaz.sheet(crop: crop).pdf(fonts: fonts)
        let second = try SampleInvoice.bursagaz.sheet(crop: crop).pdf(fonts: DocumentFonts())
        #expect(first == second)
        #expect(first.count > 10_000)
        // Its date is the invoice's.
        #expect(try PDFTool(pdf: first).info().contains("2026"))
    }

    @Test("The crop of the photo lies in the PDF byte for byte, beside the index it was read as")
    func crop() throws {
        let jpeg = try goldenCrop()
        let pdf = try SampleInvoice.bursagaz.sheet(crop: try JPEGImage(jpeg)).pdf(fonts: fonts)
        #expect(Data(pdf).range(of: Data(jpeg)) != nil)
        #expect(try PDFTool(pdf: pdf).images().contains("jpeg"))
        #expect(try PDFTool(pdf: pdf).text().contains("Fotoğrafınızdan okunan endeks: 02319"))
    }

    @Test("It is one A4 page with its fonts embedded")
    func onePage() throws {
        let tool = PDFTool(pdf: try SampleInvoice.bursagaz.sheet().pdf(fonts: fonts))
        let info = try tool.info()
        #expect(info.contains(/Pages:\s+1\n/))
        #expect(info.contains("(A4)"))
        let rows = try tool.fonts().split(separator: "\n").dropFirst(2)
        #expect(rows.count >= 2)  // cairo parts a typeface by alphabets
        for row in rows {
            #expect(row.contains("+DejaVuSans"))
            #expect(row.contains(/yes yes yes/))  // embedded, a subset, with a map to Unicode
        }
    }

    @Test("A person's number is printed with all but four digits hidden, and no name stands in the file's description")
    func personal() throws {
        let tool = PDFTool(pdf: try SampleInvoice.bursagaz.sheet().pdf(fonts: fonts))
        let text = try tool.text()
        #expect(text.contains("*******0146"))
        #expect(!text.contains("10000000146"))
        let info = try tool.info()
        #expect(info.contains("OGZ2026000000001"))
        #expect(!info.contains("Ayşegül"))
    }

    @Test(
        "Nothing runs over the edge of the page, or into the column beside it",
        arguments: ["bursagaz", "longest", "one word", "large"])
    func withinPage(_ which: String) throws {
        var sample = which == "longest" ? try SampleInvoice.longest : .bursagaz
        if which == "one word" {
            sample.name = String(repeating: "Ğ", count: 90)
            sample.address = String(repeating: "ü", count: 160)
        }
        if which == "large" {
            sample.multiplier = "99999"
            sample.firstIndex = "00000"
            sample.lastIndex = "99999"
        }
        let crop = try JPEGImage(try goldenCrop())
        for language in Language.allCases {
            let tool = PDFTool(pdf: try sample.sheet(language, crop: crop).pdf(fonts: fonts))
            let words = try tool.words()
            #expect(words.count > 100)
            for word in words {
                #expect(word.xMin >= 47 && word.xMax <= 548.5 && word.yMin >= 30 && word.yMax <= 820, "\(word)")
            }
            for (place, word) in words.enumerated() {
                for other in words[(place + 1)...] {
                    let wide = min(word.xMax, other.xMax) - max(word.xMin, other.xMin)
                    let high = min(word.yMax, other.yMax) - max(word.yMin, other.yMin)
                    // Lines stand closer than their boxes are high; only a true overlap is more than half a line.
                    #expect(wide < 1 || high < 0.5 * (word.yMax - word.yMin), "\(word) on \(other)")
                }
            }
            #expect(try tool.info().contains(/Pages:\s+1\n/))
        }
    }

    @Test("A rollover is computed through the counter's range")
    func rollover() throws {
        var sample = SampleInvoice.bursagaz
        sample.firstIndex = "99987"
        sample.lastIndex = "00012"
        sample.limit = "500"
        let text = try PDFTool(pdf: try sample.sheet().pdf(fonts: fonts)).text()
        #expect(text.contains("00012 + 100.000 − 99987"))
        #expect(text.contains(/Ölçülen hacim.*\s25\s+m³/))
    }

    @Test("What stands beside the gas has lines of its own, and the sums show it")
    func charges() throws {
        var sample = SampleInvoice.bursagaz
        sample.additions = InvoiceAdditions(
            correction: Money(kurus: -4_873), instalment: Money(kurus: 25_000), credit: Money(kurus: 10_000),
            previousDebt: Money(kurus: 123_456))
        let text = try PDFTool(pdf: try sample.sheet().pdf(fonts: fonts)).text().split(separator: "\n")
        // 772.23 − 48.73 = 723.50; KDV 144.70; 868.20 + 250.00 − 100.00 = 1018.20, to the lira 1018.00.
        for (name, figures) in [
            ("TL düzeltmesi", ["-48,73"]), ("KDV matrahı", ["772,23 − 48,73", "723,50"]), ("Taksit", ["250,00"]),
            ("Alacak mahsubu", ["-100,00"]), ("Önceki borcunuz (bilgi)", ["1.234,56"]),
            ("Ödenecek", ["868,20 + 250,00 − 100,00 − 0,20", "1.018,00"]),
        ] {
            let isPrinted = text.contains { line in line.contains(name) && figures.allSatisfy { line.contains($0) } }
            #expect(isPrinted, "\(name)")
        }
    }

    @Test("A late fee has its line on the paper: which invoice, when it was due and paid, and the computation")
    func lateFee() throws {
        var sample = SampleInvoice.bursagaz
        let fee = try LateFee(
            principal: Money(kurus: 92_668), due: try CivilDate(iso8601: "2026-02-24"),
            paid: try CivilDate(iso8601: "2026-03-11"), clause: .publicClaimRate, policy: .shipped)
        try sample.additions.charge(fee, on: "OGZ2026000000041")
        let text = try PDFTool(pdf: try sample.sheet().pdf(fonts: fonts)).text()
        #expect(text.contains(/Gecikme zammı\s+OGZ2026000000041, son ödeme tarihi 24.02.2026/))
        #expect(
            text.contains(/ödeme tarihi 11.03.2026: 926,68 × %3,7 × \(0 \+ 15 ÷/) && text.contains("17,14"), "\(text)")
    }

    @Test("A corrector's register stands in the place of K")
    func corrector() throws {
        var sample = SampleInvoice.bursagaz
        sample.corrector = CorrectorReading(
            first: try Index(printed: "052000"), last: try Index(printed: "052757"),
            expectedFactor: CorrectionFactor(hundredThousandths: 495_000), tolerance: Rate(partsPerMillion: 50_000))
        let text = try PDFTool(pdf: try sample.sheet().pdf(fonts: fonts)).text().split(separator: "\n")
        #expect(text.contains { $0.contains("Düzeltilmiş hacim (korrektör)") && $0.contains("052757 − 052000") })
        #expect(text.contains { $0.contains("Korrektörün katsayısı") && $0.contains("757 m³ ÷ 153 m³") })
    }

    @Test("An average of the period is printed with the days that went into it")
    func averages() throws {
        let text = try PDFTool(pdf: try SampleInvoice.longest.sheet().pdf(fonts: fonts)).text()
        #expect(text.contains("(11 gün × 0,94000 + 28 gün × 0,94031"))
        #expect(text.contains("gaz alımı 5,631275 + ÖTV 0,118700 + sistem kullanımı 4,116320"))
    }

    @Test("A calorific value of two months is printed with the days that went into it")
    func calorificValue() throws {
        var sample = SampleInvoice.bursagaz
        sample.monthlyCalorificValues = ["2026-01": "9230", "2026-02": "9225"]
        let text = try PDFTool(pdf: try sample.sheet().pdf(fonts: fonts)).text()
        #expect(text.contains("(11 gün × 9.230,00 + 19 gün × 9.225,00) ÷ 30"))
        #expect(text.contains("9.226,83 ÷ 860,42"))  // (101530 + 175275) ÷ 30 = 9226.8333
    }

    @Test("A name without end is an error that names its place")
    func tooLong() throws {
        var sample = SampleInvoice.bursagaz
        sample.name = String(repeating: "Ayşegül ", count: 200)
        let sheet = try sample.sheet()
        #expect(throws: DocumentError.textTooLong(place: "subscriber name")) { try sheet.pdf(fonts: fonts) }
    }

    @Test("A character that the fonts do not have is an error, not an empty box")
    func missingCharacter() throws {
        var sample = SampleInvoice.bursagaz
        sample.name = "Ayşe 漢"
        let sheet = try sample.sheet()
        #expect(throws: DocumentError.characterMissing("漢")) { try sheet.pdf(fonts: fonts) }
    }

    @Test("A missing font is an error that names the package")
    func missingFont() {
        let error = #expect(throws: DocumentError.self) { try DocumentFonts(folder: "/nowhere") }
        #expect(error == .fontMissing(file: "/nowhere/DejaVuSans.ttf"))
        #expect(error?.description.contains("fonts-dejavu-core") == true)
    }
}
