import Accounts
import Billing
import Foundation
import Intake
import Quantities
import Storage
import Testing
import Wording

@Suite("What a photo says of its meter", .serialized)
struct FaultReasonTests {
    @Test("A second index that falls waits for a person with the fault that two of them show, and a first one without")
    func reverseFlow() async throws {
        for isSecond in [false, true] {
            let house = try PhotoHouse()
            try await house.prepare([TestSubscriber(number: "1", lastIndex: "01060")])
            if isSecond {
                let held = ReadingCandidate(
                    subscriber: try SubscriberNumber("1"), index: try Index(printed: "01050"),
                    date: try CivilDate(iso8601: "2026-11-05"), origin: .photo(999))
                let now = house.now
                try await house.store.write { try $0.keepUnbilled(held, at: now) }
            }
            let sender = try await house.sender("TR.1")
            let photo = try await house.photo(from: sender)
            try await house.work()
            let state = try await house.state(of: photo)
            #expect(state.outcome == "review" && state.reasons.contains("index-lower-than-last"), "\(state)")
            #expect(state.reasons.contains("fault-4") == isSecond, "\(state)")
            // It is kept for the next one to be held against, and billed by nobody.
            #expect(try await house.number("SELECT count(*) AS number FROM unbilled_reading") == (isSecond ? 2 : 1))
            #expect(try await house.store.read { try $0.accountCounts() }.invoices == 0)
        }
    }

    @Test("Every fault has words in both languages, and those that a photo can show are told with them")
    func words() throws {
        #expect(FaultWords.all.count == MeterFault.allCases.count)
        for fault in MeterFault.allCases where fault.evidence == .readings {
            let code = "fault-\(fault.rawValue)"
            #expect(PhotoReason(rawValue: code) != nil)
            for language in Language.allCases {
                #expect(ReviewReasons.words(code, in: language) == FaultWords.words(fault.rawValue, in: language))
            }
        }
    }

    @Test("The black digits that the reader was not sure of are told by their places, red ones not")
    func doubtfulPlaces() throws {
        let digits = [(0, 0.999, false), (1, 0.95, false), (0, 0.995, false), (4, 0.5, false), (2, 0.2, true)].map {
            """
            {"value":\($0.0),"position":\($0.0),"confidence":\($0.1),"isDecimal":\($0.2),
             "box":{"coordinates":[0,0,1,0,1,1,0,1]}}
            """
        }
        let json = """
            {"index":"0104","decision":"review","probability":0.5,"reasons":[],"milliseconds":1,
             "digits":[\(digits.joined(separator: ","))]}
            """
        let record = try JSONDecoder().decode(ReadingRecord.self, from: Data(json.utf8))
        #expect(record.doubtfulPlaces == [1, 3])
    }
}
