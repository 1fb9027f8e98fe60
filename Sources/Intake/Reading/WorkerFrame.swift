internal import Foundation
internal import MeterVision

/// How a question to a worker, and its answer, are written: lengths of four bytes each, the highest first, then the parts.
///
/// Lengths are checked against limits before anything is taken in: whoever broke into a worker can only lie in its answer.
enum WorkerFrame {
    /// The hints as JSON, and the photo as it came.
    static let questionLimits = [4 << 10, 48 << 20]
    /// The reading as JSON, the cleaned photo, the crop; an empty part is none.
    static let answerLimits = [256 << 10, 8 << 20, 1 << 20]

    /// The parts, one after the other, their lengths before them.
    static func bytes(_ parts: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count + 4 })
        for part in parts {
            for shift in stride(from: 24, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: part.count >> shift))
            }
        }
        for part in parts { bytes.append(contentsOf: part) }
        return bytes
    }

    /// The lengths that a frame begins with; nil where one is above its limit.
    static func lengths(_ head: [UInt8], limits: [Int]) -> [Int]? {
        guard head.count == 4 * limits.count else { return nil }
        var lengths: [Int] = []
        for (place, limit) in limits.enumerated() {
            let length = head[(4 * place)..<(4 * place + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= limit else { return nil }
            lengths.append(length)
        }
        return lengths
    }

    /// Cuts what follows the lengths into its parts.
    static func parts(_ body: [UInt8], lengths: [Int]) -> [[UInt8]] {
        var (parts, place): ([[UInt8]], Int) = ([], 0)
        for length in lengths {
            parts.append(Array(body[place..<(place + length)]))
            place += length
        }
        return parts
    }

    static func question(_ jpeg: [UInt8], hints: MeterHints) throws -> [UInt8] {
        bytes([try json(WorkerHints(hints)), jpeg])
    }

    static func answer(_ answer: WorkerAnswer) throws -> [UInt8] {
        bytes([try json(answer.reading), answer.cleaned ?? [], answer.crop ?? []])
    }

    /// The answer in these parts; nil where they are none.
    static func answer(_ parts: [[UInt8]]) -> WorkerAnswer? {
        guard parts.count == 3,
            let reading = try? JSONDecoder().decode(ReadingRecord.self, from: Data(parts[0]))
        else { return nil }
        return WorkerAnswer(
            reading: reading, cleaned: parts[1].isEmpty ? nil : parts[1], crop: parts[2].isEmpty ? nil : parts[2])
    }

    static func hints(_ part: [UInt8]) -> MeterHints? {
        (try? JSONDecoder().decode(WorkerHints.self, from: Data(part)))?.hints
    }

    private static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(value))
    }
}

/// What a worker is told of the meter.
private struct WorkerHints: Codable {
    var wheels: Int?
    var decimals: Int?
    var serial: String?
    var lastIndex: Int?
    var expected: ExpectedIndex?

    init(_ hints: MeterHints) {
        (wheels, decimals, serial) = (hints.wheels, hints.decimals, hints.serial)
        (lastIndex, expected) = (hints.lastIndex, hints.expected)
    }

    var hints: MeterHints {
        MeterHints(wheels: wheels, decimals: decimals, serial: serial, lastIndex: lastIndex, expected: expected)
    }
}
