package import Foundation

/// `result.json`: what a load test found, in whole numbers and codes; times stand apart, at the end.
///
/// The same seed gives the same bytes but for `times`. Money is whole kuruş. The schema's number rises when a field changes
/// its meaning or goes; a new field leaves it.
package struct ResultFile: Codable, Hashable, Sendable {
    /// The schema that this code writes and reads.
    package static let schemaNumber = 1

    /// Number of the schema.
    package var schema = ResultFile.schemaNumber
    /// What ran.
    package var run: Run
    /// What became of readings and wishes.
    package var counts: ReadingCounts
    /// The ledger of the billing under test.
    package var ledger: Ledger
    /// Differences of meters without any fault, by cause: all zero where billing is right.
    package var faultless: [Difference]
    /// Differences of meters with faults, by cause.
    package var faulty: [Difference]
    /// Money by kind of meter and what it had.
    package var money: [Money]
    /// Flags by fault, all 25.
    package var faults: [Fault]
    /// What faults told by use come to.
    package var use: Use
    /// The meters whose bills are farthest from the truth.
    package var worst: [Worst]
    /// How long it took: the only part that another run may change.
    package var times: Times

    /// What ran.
    package struct Run: Codable, Hashable, Sendable {
        package var scenario: String
        package var seed: String
        package var start: String
        package var end: String
        package var meters: Int
        package var billing: String
        package var terms: String
        package var metersPerShard: Int
        package var graceDays: Int
    }

    /// The ledger.
    package struct Ledger: Codable, Hashable, Sendable {
        package var transactions: Int
        package var lines: Int
        package var owedKurus: Int64
        package var cashKurus: Int64
        package var sumKurus: Int64
    }

    /// Periods that differ for one cause.
    package struct Difference: Codable, Hashable, Sendable {
        package var cause: DifferenceName
        package var periods: Int
        package var kurus: Int64
    }

    /// Money of a kind of meter that had one kind of fault, `faultless`, `reader` or `several`.
    package struct Money: Codable, Hashable, Sendable {
        package var kind: String
        package var fault: String
        package var meters: Int
        package var periods: Int
        package var differing: Int
        package var billedKurus: Int64
        package var trueKurus: Int64
        package var absoluteKurus: Int64
    }

    /// How a fault was flagged; the shares are thousandths, null where nothing can be divided.
    package struct Fault: Codable, Hashable, Sendable {
        package var number: Int
        package var name: String
        package var sign: String
        package var truths: Int
        package var met: Int
        package var found: Int
        package var flags: Int
        package var right: Int
        package var foundOfAll: Int
        package var recallPermille: Int?
        package var recallOfAllPermille: Int?
        package var precisionPermille: Int?
    }

    /// Faults told by use: found, wrongly flagged, and both by threshold.
    package struct Use: Codable, Hashable, Sendable {
        package var faults: Int
        package var flagged: Int
        package var wrongFlags: Int
        package var meterMonths: Int
        package var curve: [Threshold]
        /// By kind of fault; nil in files of before.
        package var kinds: [UseKind]?
    }

    /// Faults of a kind with an effect of half the use and 30 m³ in three heating months, and those of them flagged.
    package struct UseKind: Codable, Hashable, Sendable {
        package var name: String
        package var faults: Int
        package var flagged: Int
    }

    /// A threshold in thousandths of the expected use.
    package struct Threshold: Codable, Hashable, Sendable {
        package var permille: Int
        package var found: Int
        package var wrong: Int
    }

    /// A meter far from the truth.
    package struct Worst: Codable, Hashable, Sendable {
        package var meter: Int
        package var kind: String
        package var fault: String
        package var billedKurus: Int64
        package var trueKurus: Int64
    }

    /// Times, in seconds and nanoseconds.
    package struct Times: Codable, Hashable, Sendable {
        package var seconds: Double
        package var threads: Int
        package var readingsPerSecond: Double
        package var reading: Percentiles
        package var batch: Percentiles
        package var sale: Percentiles
    }

    /// Nanoseconds that so many percent stayed within.
    package struct Percentiles: Codable, Hashable, Sendable {
        package var count: UInt64
        package var p50: UInt64
        package var p90: UInt64
        package var p99: UInt64
        package var p999: UInt64
        package var max: UInt64
    }
}

/// A difference's cause in files: its code.
package typealias DifferenceName = String

extension ResultFile {
    /// The file's bytes: keys in the order of the alphabet but `times`, which stands last on lines of its own.
    package func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        // "times" sorts before "use" and "worst"; it is written apart so that all before it is the same in every run.
        let times = String(decoding: try encoder.encode(times), as: UTF8.self)
        let exact = String(decoding: try encoder.encode(Exact(self)), as: UTF8.self)
        let indented = times.split(separator: "\n").joined(separator: "\n  ")
        return exact.dropLast(2) + ",\n  \"times\" : " + indented + "\n}\n"
    }

    /// Reads a file; throws ``AdapterError`` with the field that is wrong.
    package init(json bytes: Data, named name: String) throws {
        let probe: SchemaProbe
        do {
            probe = try JSONDecoder().decode(SchemaProbe.self, from: bytes)
        } catch {
            throw AdapterError("\(name): no result of a load test")
        }
        guard probe.schema == ResultFile.schemaNumber else {
            throw AdapterError("\(name): schema \(probe.schema), this endeks reads \(ResultFile.schemaNumber)")
        }
        do {
            self = try JSONDecoder().decode(ResultFile.self, from: bytes)
        } catch let error as DecodingError {
            throw AdapterError("\(name): \(ResultFile.words(error))")
        }
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "no \((context.codingPath.map { $0.stringValue } + [key.stringValue]).joined(separator: "."))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "wrong \(context.codingPath.map { $0.stringValue }.joined(separator: "."))"
        @unknown default: "unreadable"
        }
    }

    private struct SchemaProbe: Decodable { let schema: Int }

    /// The file without its times.
    private struct Exact: Encodable {
        let schema: Int
        let run: Run
        let counts: ReadingCounts
        let ledger: Ledger
        let faultless: [Difference]
        let faulty: [Difference]
        let money: [Money]
        let faults: [Fault]
        let use: Use
        let worst: [Worst]

        init(_ file: ResultFile) {
            schema = file.schema
            run = file.run
            counts = file.counts
            ledger = file.ledger
            faultless = file.faultless
            faulty = file.faulty
            money = file.money
            faults = file.faults
            use = file.use
            worst = file.worst
        }
    }
}
