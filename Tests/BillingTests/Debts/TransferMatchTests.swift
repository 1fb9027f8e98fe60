import Billing
import Quantities
import Testing
import Trials

@Suite("Transfers and their texts")
struct TransferMatchTests {
    private static func directory() throws -> TransferDirectory {
        func entry(_ subscriber: String, _ installation: String, _ name: String) throws -> TransferDirectory.Entry {
            .init(
                subscriber: try SubscriberNumber(subscriber), installation: try InstallationNumber(installation),
                name: name)
        }
        return TransferDirectory([
            try entry("4100012345", "7700054321", "AYŞE YILMAZ"),
            try entry("4100012346", "7700054322", "MEHMET İNCE"),
            try entry("4100099999", "7700099999", "ALİ IŞIK"),
            try entry("4100012347", "7700054323", "AYŞE YILMAZ"),
            try entry("4100012348", "7700054324", "MEHMET ALİ IŞIK"),
            try entry("4100012349", "7700054325", "GÜNEŞ"),
        ])
    }

    @Test(
        "A text is posted, suggested, left to a person or suspended",
        arguments: [
            ("ABONE NO 4100012345 AYSE YILMAZ", "post 4100012345 numberConfirmed"),
            ("4100012345 / 7700054321", "post 4100012345 numberConfirmed"),
            ("4100012345 kira degil fatura", "post 4100012345 number"),
            ("ABONENO4100012345", "post 4100012345 number"), ("4100012345NOLU abone", "post 4100012345 number"),
            ("4100012345NOLUX", "suspense - none"),
            ("4100012345-7700054321", "post 4100012345 numberConfirmed"),
            ("abone 4100 012 345 tesisat 7700 054 321", "post 4100012345 numberConfirmed"),
            ("4100 012 345 7700 054 321", "post 4100012345 numberConfirmed"),
            ("4100-012-345", "post 4100012345 number"), ("4100012345 926.68 TL", "post 4100012345 number"),
            // The account holder's name beside another's: a relative pays.
            ("4100012345 AYŞE YILMAZ GÖNDEREN MEHMET İNCE", "post 4100012345 numberConfirmed"),
            ("4100012345 ZEYNEP KAYA", "post 4100012345 number"),
            ("4100012345 / 7700054322", "manual - contradictory"),
            ("4100012345 4100012346", "manual - contradictory"), ("4100012346A 4100012345", "manual - contradictory"),
            ("4100012345 MEHMET İNCE", "manual - contradictory"),
            // The longer name is the one that is meant.
            ("4100099999 MEHMET ALI ISIK", "manual - contradictory"),
            ("mehmet ali ışık", "suggest 4100012348 nameOnly"), ("ALI ISIK DOGALGAZ", "suggest 4100099999 nameOnly"),
            ("Işık Ali", "suggest 4100099999 nameOnly"),
            ("ali i\u{307}nce mehmet i\u{307}nce", "suggest 4100012346 nameOnly"),
            ("AYŞE YILMAZ FATURA", "manual - contradictory"),
            ("ALİ IŞIK VE MEHMET İNCE", "manual - contradictory"),
            ("ALİ IŞIKOĞLU", "suspense - none"), ("GÜNEŞ ENERJİ", "suspense - none"),
            ("41000123456", "suspense - none"), ("04100012345", "suspense - none"), ("141 00012345", "suspense - none"),
            // A telephone number in groups that holds an account's digits.
            ("TEL 0 410 001 23 45", "suspense - none"), ("TEL0 410 001 23 45", "suspense - none"),
            ("05435294343 410 001 23 45", "suspense - none"), ("410 001 23 45x", "suspense - none"),
            ("X410 001 23 45", "suspense - none"), ("4100 012 345 6", "suspense - none"),
            ("TR4100012345", "suspense - none"), ("4100012345A", "suspense - none"),
            ("TR02 0001 0001 7935 0985 6250 01", "suspense - none"), ("", "suspense - none"),
        ])
    func matches(text: String, expected: String) throws {
        let match = TransferMatch(text, in: try Self.directory())
        #expect("\(match.result) \(match.account?.text ?? "-") \(match.confidence)" == expected)
        #expect((match.account == nil) == (match.result == .manual || match.result == .suspense))
    }

    // Mistake 10 of the domain's list, second part. Made in a scratch copy (a unique name posts): this test failed,
    // shrunk to the text "mehmet ince".
    @Test("Nothing is ever posted without a number of the account standing alone in the text")
    func neverByName() throws {
        let directory = try Self.directory()
        let words = [
            "AYŞE YILMAZ", "mehmet ince", "ALİ IŞIK", "fatura", "0543 529 43 43", "05435294343", "41000123456",
            "410001234", "2026", "926,68", "TR02", "x4100012345", "0 410 001 23 45",
        ]
        let numbers = [
            ("4100012345", "4100012345"), ("7700054321", "4100012345"), ("4100012346", "4100012346"),
            ("7700 054 323", "4100012347"),
        ]
        let separators = [" ", "/", "", "-", ", ", ":"]
        forAll("posted by a number alone", seed: 17) { generator in
            var text = ""
            var accounts: Set<String> = []
            for _ in 0..<generator.count(in: 1...6) {
                if generator.oneIn(5) {
                    let (number, account) = generator.element(of: numbers)
                    accounts.insert(account)
                    text += number
                } else {
                    text += generator.element(of: words)
                }
                text += generator.element(of: separators)
            }
            generator.note("text", text)
            let match = TransferMatch(text, in: directory)
            guard match.result == .post else { return }
            try hold(accounts.contains(match.account?.text ?? ""), "an account whose number stands there")
            try hold(match.confidence >= .number && match.reason == .number, "a number decides")
        }
    }

    @Test("Whatever text comes, the match has an answer, and it prints no person's number or name")
    func masked() throws {
        let directory = try Self.directory()
        forAll("printed", seed: 14) { generator in
            let scalars = Array("4100012345 7700054321/AYŞEayşeıİ.-\u{307}:0".unicodeScalars)
            var text = String.UnicodeScalarView()
            for _ in 0..<generator.count(in: 0...30) { text.append(generator.element(of: scalars)) }
            let match = TransferMatch(String(text), in: directory)
            let printed = "\(match) \(directory)"
            for secret in ["4100012345", "7700054321", "AYŞE", "YILMAZ", "ayse"] {
                try hold(!printed.contains(secret), "\(secret) is printed")
            }
        }
    }

    @Test("A line of an account that the utility does not print is left to a person, whatever its text says")
    func accounts() throws {
        let accounts = [
            try IBAN("TR02 0001 0001 7935 0985 6250 01"), try IBAN("TR12 0004 6001 1488 8000 2434 17"),
        ]
        let issuer = Issuer(
            name: "Örnek Gaz", address: "Ankara", taxOffice: "Örnek", taxNumber: try VKN("4540536920"),
            bankAccounts: accounts)
        let (text, directory) = ("ABONE NO 4100012345", try Self.directory())
        for account in accounts {
            #expect(TransferMatch(text, in: directory, on: account, of: issuer) == TransferMatch(text, in: directory))
        }
        let other = try IBAN("TR33 0006 1005 1978 6457 8413 26")
        let match = TransferMatch(text, in: directory, on: other, of: issuer)
        #expect(match.result == .manual && match.reason == .accountUnknown && match.account == nil)
    }
}
