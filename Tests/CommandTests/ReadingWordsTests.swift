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
