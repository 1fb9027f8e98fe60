import Foundation
import MeterVision
import Testing

/// Pictures of anything else, drawn by tools/outside/not_meters.py: most have digits, some even number wheels.
@Suite("Not meters", .serialized, .enabled(if: (try? ReaderModel.compiledIn()) != nil))
struct NotMetersTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/other")

    /// The kind of thing in each picture, by its file's name without the number.
    private static let kinds = [
        "barcode", "bricks", "calculator", "calendar", "card", "cat", "clock", "electricity", "face", "flaps", "house",
        "lock", "noise", "odometer", "page", "phone", "plain", "plate", "price", "pump", "receipt", "scoreboard",
        "screenshot", "speed-limit", "tally",
    ]

    /// Kinds with wheels of their own: of these it matters how many red ones the meter is known to have.
    private static let wheeled = ["electricity", "flaps", "lock", "odometer", "pump", "tally"]

    @Test("Nor is it as a meter that is known to have few red wheels, or none", arguments: wheeled)
    func fewRedWheels(kind: String) async throws {
        let reader = MeterReader(model: try ReaderModel.compiledIn())
        var accepted: [String] = []
        for number in 1...8 {
            let name = "\(kind)-\(number).jpg"
            let jpeg = try Array(Data(contentsOf: Self.folder.appendingPathComponent(name)))
            for wheels in [5, 6] {
                for decimals in [0, 1, 3] {
                    await Task.yield()
                    let reading = reader.read(jpeg: jpeg, hints: MeterHints(wheels: wheels, decimals: decimals))
                    guard reading.decision == .accept else { continue }
                    accepted.append("\(name) as \(reading.index ?? "") (\(wheels) and \(decimals) wheels)")
                }
            }
        }
        #expect(accepted.isEmpty, "\(accepted.joined(separator: ", "))")
    }

    @Test("No picture of anything else is accepted, whatever number of wheels is known", arguments: kinds)
    func others(kind: String) async throws {
        let reader = MeterReader(model: try ReaderModel.compiledIn())
        var accepted: [String] = []
        for number in 1...8 {
            let name = "\(kind)-\(number).jpg"
            let jpeg = try Array(Data(contentsOf: Self.folder.appendingPathComponent(name)))
            for wheels in [nil, 4, 5, 6] {
                // Tests share the threads of the machine, and other suites wait for theirs.
                await Task.yield()
                let reading = reader.read(jpeg: jpeg, hints: MeterHints(wheels: wheels))
                #expect(reading.size != nil, "\(name)")
                guard reading.decision == .accept else { continue }
                accepted.append("\(name) as \(reading.index ?? "") (\(wheels.map(String.init) ?? "unknown") wheels)")
            }
        }
        #expect(accepted.isEmpty, "\(accepted.joined(separator: ", "))")
    }
}
