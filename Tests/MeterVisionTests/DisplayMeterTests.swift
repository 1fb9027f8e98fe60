import Foundation
import MeterVision
import Testing

/// Displays of prepaid and corrector meters: `endeks simulate photos --count 12 --seed 402 --size 480 --profile
/// tools/outside/displays.yaml`.
@Suite("Displays are not guessed", .serialized, .enabled(if: (try? ReaderModel.compiledIn()) != nil))
struct DisplayMeterTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/displays")

    private func photos() throws -> [(name: String, jpeg: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted().map {
            ($0, try Array(Data(contentsOf: Self.folder.appendingPathComponent($0))))
        }
    }

    @Test("No display is accepted, whatever is known of the meter", arguments: [nil, 4, 5, 6, 8])
    func accepted(wheels: Int?) async throws {
        let reader = MeterReader(model: try ReaderModel.compiledIn())
        let photos = try photos()
        #expect(photos.count == 12)
        for (name, jpeg) in photos {
            await Task.yield()
            let reading = reader.read(jpeg: jpeg, hints: MeterHints(wheels: wheels))
            #expect(reading.decision != .accept, "\(name) as \(reading.index ?? "")")
        }
    }

    @Test("Most displays are told to be such and go to a person without an index; of the others none has a likely one")
    func told() async throws {
        let reader = MeterReader(model: try ReaderModel.compiledIn())
        var count = 0
        for (name, jpeg) in try photos() {
            await Task.yield()
            let reading = reader.read(jpeg: jpeg, hints: MeterHints())
            guard reading.reasons.contains(.displayNotRead) else {
                #expect(reading.index == nil || reading.probability <= 0.5, "\(name)")
                continue
            }
            count += 1
            #expect(reading.decision == .review && reading.index == nil && reading.digits.isEmpty, "\(name)")
        }
        #expect(count >= 9)
    }
}
