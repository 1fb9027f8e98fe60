import Foundation
import Intake
import MeterVision
import Testing

@Suite("Reading records")
struct ReadingRecordTests {
    private var reading: PhotoReading {
        var reading = PhotoReading(
            index: "01234", decimals: "98", serial: nil, decision: .review, probability: 0.5, digits: [], window: nil,
            reasons: [.wheelBetween], milliseconds: 1, size: nil, photo: nil)
        reading.interval = IndexInterval(lower: "01234", upper: "01235")
        reading.uses = [.lastIndexSettledHalfRolled(instead: "01233"), .serialMatchedRegistered]
        return reading
    }

    @Test("What the wheels leave open and what was known of the meter is kept with the photo")
    func kept() throws {
        let stored = try JSONEncoder().encode(ReadingRecord(reading))
        let record = try JSONDecoder().decode(ReadingRecord.self, from: stored)
        #expect(record.interval?.lower == "01234")
        #expect(record.interval?.upper == "01235")
        #expect(record.uses?.map(\.code) == ["last-index-settled-half-rolled", "serial-matched-registered"])
        #expect(record.uses?.first?.values == ["instead": "01233"])
    }

    @Test("A reading that was stored before these were kept is still read")
    func older() throws {
        let stored = try JSONEncoder().encode(ReadingRecord(reading))
        var fields = try #require(JSONSerialization.jsonObject(with: stored) as? [String: Any])
        fields["interval"] = nil
        fields["uses"] = nil
        let older = try JSONSerialization.data(withJSONObject: fields)
        let record = try JSONDecoder().decode(ReadingRecord.self, from: older)
        #expect(record.interval == nil && record.uses == nil)
        #expect(record.index == "01234")
    }
}
