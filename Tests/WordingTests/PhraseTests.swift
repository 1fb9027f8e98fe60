import Testing
import Wording

@Suite("Phrases")
struct PhraseTests {
    @Test("A value stands where its name stood")
    func fills() {
        let phrase = Phrase("p", tr: "{index} m³, {date}", en: "{date}: {index} m³")
        #expect(phrase.text(in: .turkish, ["index": "01042", "date": "7"]) == "01042 m³, 7")
        #expect(phrase.text(in: .english, ["index": "01042", "date": "7"]) == "7: 01042 m³")
    }

    @Test("A value that looks like a place is not filled again")
    func fillsOnce() {
        let phrase = Phrase("p", tr: "{a}{b}", en: "{a}{b}")
        #expect(phrase.text(in: .turkish, ["a": "{b}", "b": "1"]) == "{b}1")
    }

    @Test("A place without a value stays visible, and an open brace is only a brace")
    func leavesUnknown() {
        #expect(Phrase("p", tr: "{x} {", en: "").text(in: .turkish) == "{x} {")
    }
}

@Suite("The table of phrases")
struct PhraseTableTests {
    @Test("Every phrase has words in both languages, with the same places", arguments: Phrase.all)
    func complete(phrase: Phrase) {
        #expect(!phrase.code.isEmpty)
        for language in Language.allCases {
            let words = phrase.template(in: language)
            #expect(!words.isEmpty, "\(phrase.code) has no words in \(language)")
            #expect(words == words.trimmed, "\(phrase.code) begins or ends with a space")
            #expect(!words.contains("  "), "\(phrase.code) holds two spaces")
        }
        #expect(phrase.placeholders(in: .turkish) == phrase.placeholders(in: .english))
    }

    @Test("No two phrases share a code")
    func unique() {
        let codes = Phrase.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.count > 40)
    }

    @Test("A customer's answer is short, asks for one thing and blames nobody", arguments: ReadingAnswer.all)
    func polite(answer: ReadingAnswer) {
        for language in Language.allCases {
            let words = answer.answer.text(in: language)
            #expect(words.count <= 120, "\(answer.code) is \(words.count) letters long")
            #expect(words.hasSuffix("?"))
            #expect(words.filter { $0 == "?" }.count == 1)
        }
    }

    @Test("Of several reasons the customer hears one, the one that comes first in the table")
    func oneReason() {
        let answer = ReadingAnswer.refusal(["digit-unsure", "too-dark"], in: .turkish)
        #expect(answer == "Fotoğraf çok karanlık. Işığı yandan tutup yeniden çeker misiniz?")
        #expect(ReadingAnswer.refusal(["unheard-of"], in: .english).contains("could not read"))
        #expect(ReadingAnswer.of("unheard-of") == nil)
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
