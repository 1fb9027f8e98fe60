import MeterVision
import Testing
import Wording

@Suite("Words for the reader's reasons")
struct ReadingWordsTests {
    @Test("Every reason of the reader has an answer for the customer", arguments: ReasonCode.allCases)
    func answered(code: ReasonCode) {
        #expect(ReadingAnswer.of(code.rawValue) != nil)
    }

    @Test("There is no answer to a reason that the reader does not give")
    func noMore() {
        let codes = Set(ReasonCode.allCases.map(\.rawValue))
        #expect(ReadingAnswer.all.allSatisfy { codes.contains($0.code) })
    }
}

@Suite("Words for what was known of a meter")
struct HintWordsTests {
    @Test("Every use of a hint has words with a place for each of its values", arguments: HintUse.examples)
    func worded(use: HintUse) throws {
        let phrase = try #require(HintWords.uses.first { $0.code == use.code })
        for language in Language.allCases {
            #expect(phrase.placeholders(in: language) == Set(use.values.keys))
            let words = HintWords.words(use.code, use.values, in: language)
            #expect(!words.contains("{"))
            #expect(use.values.values.allSatisfy(words.contains))
        }
    }

    @Test("There are no words for a use that the reader does not tell, and no use is forgotten here")
    func noMore() {
        #expect(Set(HintWords.uses.map(\.code)) == Set(HintUse.examples.map(\.code)))
        #expect(HintWords.words("unheard-of", [:], in: .english) == "unheard-of")
    }
}
