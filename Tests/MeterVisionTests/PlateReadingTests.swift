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

    @Test("Most drawn plates' serials are read among the other print and told without a list; none is told wrong")
    func read() throws {
        var told = 0
        for serial in Self.serials {
            guard let found = try reading(serial).serialFinding else { continue }
            #expect(found.serial == serial && found.way == .print)
            told += 1
        }
        #expect(told >= 3)
    }

    /// All numbers with one other digit.
    private static func neighbours(of serial: String) -> [String] {
        let digits = Array(serial)
        return digits.indices.flatMap { place in
            "0123456789".filter { $0 != digits[place] && (place > 0 || $0 != "0") }.map { digit in
                var other = digits
                other[place] = digit
                return String(other)
            }
        }
    }

    private static func list(_ serials: [String]) throws -> SerialList {
        try SerialList(Set(serials).sorted())
    }

    @Test("It is matched to itself among all of its neighbours, and to none of them without it", arguments: serials)
    func listed(serial: String) throws {
        let neighbours = Self.neighbours(of: serial)
        #expect(try reading(serial, list: try Self.list(neighbours + [serial])).serialFinding?.listed == serial)
        #expect(try reading(serial, list: try Self.list(neighbours)).serialFinding?.listed == nil)
    }

    @Test("A list of 10,000 others never matches", arguments: serials)
    func others(serial: String) throws {
        for seed in [UInt64(1), 2] {
            var generator = SeededGenerator(seed: seed)
            let others = (0..<10_000).map { _ in
                String(Int.random(in: 1_000_000...99_999_999, using: &generator))
            }.filter { $0 != serial }
            #expect(try reading(serial, list: try Self.list(others)).serialFinding?.listed == nil)
        }
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
