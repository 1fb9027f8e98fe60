import Foundation
import MeterVision
import Testing

private let readsPrint = (try? ReaderModel.compiledIn().net(named: "print")) != nil

/// Drawn photos that trained nothing; each is named by the serial on its plate (`Golden/README.md`).
@Suite("Printed serials", .enabled(if: readsPrint))
struct PlateReadingTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/plates")

    private static let serials: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".jpg") }.map { String($0.dropLast(4)) }.sorted()

    private func reading(_ serial: String, list: SerialList? = nil, registered: String? = nil) throws
        -> PhotoReading
    {
        let jpeg = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(serial + ".jpg")))
        let reader = MeterReader(model: try ReaderModel.compiledIn(), serials: list)
        return reader.read(jpeg: jpeg, hints: MeterHints(serial: registered))
    }

    @Test("The pictures are there")
    func pictures() { #expect(Self.serials.count == 4) }

    @Test("A drawn plate's serial is read among the other print, and told without a list", arguments: serials)
    func read(serial: String) throws {
        let found = try reading(serial).serialFinding
        #expect(found?.serial == serial)
        #expect(found?.way == .print)
    }

    @Test("It is matched to itself and not to neighbours that are registered too", arguments: serials)
    func listed(serial: String) throws {
        let last = try #require(serial.last?.wholeNumberValue)
        let neighbours = (0...9).map { serial.dropLast() + String((last + $0) % 10) }
        let list = try SerialList(file: Array(neighbours.joined(separator: "\n").utf8))
        #expect(try reading(serial, list: list).serialFinding?.listed == serial)
        let others = try SerialList(file: Array(neighbours.dropFirst().joined(separator: "\n").utf8))
        #expect(try reading(serial, list: others).serialFinding?.listed == nil)
    }

    @Test("A registered serial that is a single digit off is another meter's")
    func other() throws {
        let serial = try #require(Self.serials.first)
        let last = try #require(serial.last?.wholeNumberValue)
        #expect(try reading(serial, registered: serial).reasons.contains(.serialDiffers) == false)
        let neighbour = String(serial.dropLast()) + String((last + 1) % 10)
        #expect(try reading(serial, registered: neighbour).reasons.contains(.serialDiffers))
    }
}
