package import Foundation
package import Quantities

/// Another billing library, over CSV files: an outside program reads readings and wishes, and writes what it made of them.
///
/// In the folder stand `register.csv`, `prices.csv`, `terms.csv`, `tax.csv` and `gas.csv`; each batch has a folder `batch-000001`, … with
/// `readings.csv` or `wishes.csv`. The program is called with the folder and the batch's name, and writes `outcomes.csv`
/// and `flags.csv`, or `cards.csv` and `flags.csv`, into the batch. What it keeps between batches is its own.
package struct CSVExchange: BillingUnderTest {
    /// The folder of the exchange: empty, or not there yet.
    package let folder: URL
    /// The program.
    package let program: OutsideProgram

    /// An exchange in a folder with a program.
    package init(folder: URL, program: OutsideProgram) {
        self.folder = folder
        self.program = program
    }

    package var name: String { "csv" }
    package var derives: Bool { false }

    package func open(_ opening: ShardOpening) throws -> CSVShard {
        guard opening.shard == 0 else {
            throw AdapterError("files are exchanged for a whole fleet: one shard, not several")
        }
        let files = FileManager.default
        do {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            guard try files.contentsOfDirectory(atPath: folder.path).isEmpty else {
                throw AdapterError("\(folder.path) is not empty: an exchange begins in an empty folder")
            }
        } catch let error as AdapterError {
            throw error
        } catch {
            throw AdapterError("\(folder.path) cannot be used: \(error.localizedDescription)")
        }
        try ExchangeFile.write(ExchangeTables.register(opening.meters), "register.csv", in: folder)
        try ExchangeFile.write(ExchangeTables.prices(opening.terms), "prices.csv", in: folder)
        try ExchangeFile.write(ExchangeTables.terms(opening.terms), "terms.csv", in: folder)
        try ExchangeFile.write(ExchangeTables.tax(opening.terms), "tax.csv", in: folder)
        try ExchangeFile.write(try ExchangeTables.gas(opening), "gas.csv", in: folder)
        return CSVShard(
            folder: folder, program: program,
            moneyMeters: Set(opening.meters.lazy.filter { $0.money != nil }.map { $0.number }))
    }
}

/// The books of the outside program, a batch after the other.
package struct CSVShard: BillingShard {
    let folder: URL
    let program: OutsideProgram
    /// The meters whose cards carry money.
    let moneyMeters: Set<Int>
    private var batches = 0

    init(folder: URL, program: OutsideProgram, moneyMeters: Set<Int>) {
        self.folder = folder
        self.program = program
        self.moneyMeters = moneyMeters
    }

    package mutating func bill(_ readings: [FleetReading], on day: CivilDate) throws -> DayAnswer {
        let batch = try begin("readings.csv", ExchangeTables.readings(readings, on: day))
        var answer = DayAnswer()
        answer.outcomes = try ExchangeAnswers.outcomes(try ExchangeFile.read("outcomes.csv", in: batch), readings)
        answer.flags = try ExchangeAnswers.flags(
            try ExchangeFile.read("flags.csv", in: batch), Set(readings.map { $0.meter }), on: day)
        return answer
    }

    package mutating func sell(_ wishes: [CardWish], on day: CivilDate) throws -> CardDay {
        let batch = try begin("wishes.csv", ExchangeTables.wishes(wishes, on: day))
        var answer = CardDay()
        answer.answers = try ExchangeAnswers.cards(
            try ExchangeFile.read("cards.csv", in: batch), wishes, moneyMeters: moneyMeters)
        answer.flags = try ExchangeAnswers.flags(
            try ExchangeFile.read("flags.csv", in: batch), Set(wishes.map { $0.meter }), on: day)
        return answer
    }

    /// An outside program's ledger is its own.
    package mutating func close() throws -> LedgerCheck { LedgerCheck() }

    private mutating func begin(_ file: String, _ text: String) throws -> URL {
        batches += 1
        let digits = "\(batches)"
        let name = "batch-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let batch = folder.appendingPathComponent(name)
        do {
            try FileManager.default.createDirectory(at: batch, withIntermediateDirectories: false)
        } catch {
            throw AdapterError("\(batch.path) cannot be made: \(error.localizedDescription)")
        }
        try ExchangeFile.write(text, file, in: batch)
        try program.run([folder.path, name], log: batch.appendingPathComponent("program.log"))
        return batch
    }
}

/// Files of an exchange.
enum ExchangeFile {
    /// More than any answer of a city's day.
    private static let mostBytes = 512 << 20

    static func write(_ text: String, _ name: String, in folder: URL) throws {
        let file = folder.appendingPathComponent(name)
        do {
            try Data(text.utf8).write(to: file)
        } catch {
            throw AdapterError("\(file.path) cannot be written: \(error.localizedDescription)")
        }
    }

    static func read(_ name: String, in folder: URL) throws -> (text: String, name: String) {
        let file = folder.appendingPathComponent(name)
        let shown = folder.lastPathComponent + "/" + name
        guard let bytes = try? Data(contentsOf: file) else { throw AdapterError("the program wrote no \(shown)") }
        guard bytes.count <= mostBytes else { throw AdapterError("\(shown) has more than \(mostBytes) bytes") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw AdapterError("\(shown) is no UTF-8") }
        return (text, shown)
    }
}
