import Accounts
import Billing
import Foundation
import Glibc
import Intake
import Quantities
import Storage
import Testing

/// What the books hold after a billing run, or a reversal, was killed in the middle.
@Suite("Billing that is killed")
struct KilledBillingTests {
    private static let count = 16_000
    private static let header = """
        subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,\
        pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date
        """

    /// Runs the command, or a program that becomes it, to its end; a kill comes after `life`, if there is one.
    ///
    /// No thread waits for it: tests share two on a small machine.
    private func run(
        _ arguments: [String], under program: [String] = [], life: Duration? = nil
    ) async throws -> Process {
        let process = Process()
        let line = program + [try EndeksRun.binary().path] + arguments
        process.executableURL = URL(fileURLWithPath: line[0])
        process.arguments = Array(line.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        async let killed: Void = kill(process, after: life)
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        try await killed
        return process
    }

    private func kill(_ process: Process, after life: Duration?) async throws {
        guard let life else { return }
        try await Task.sleep(for: life)
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    }

    private func day(_ before: Int) throws -> String {
        let now = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
        return try now.civilDate.advanced(byDays: -before).description
    }

    /// A folder with subscribers, and a round of their readings.
    private func books(_ scratch: ScratchFolder, count: Int) async throws -> (data: String, round: String) {
        let first = try day(30)
        let subscribers = (0..<count).map {
            "\(4_100_000_000 + $0),Ayşe Örnek,Örnek Sok. 2,ornek,\(7_000 + $0),,G4,5,3,1,21,konut,mechanical,tr,,,01000,\(first)"
        }
        let today = try day(0)
        let readings = (0..<count).map { "\(4_100_000_000 + $0),0\(1_010 + $0 % 200),\(today)" }
        let file = try scratch.write("s.csv", ([Self.header] + subscribers).joined(separator: "\n"))
        let round = try scratch.write(
            "round.csv", (["subscriber_number,index,date"] + readings).joined(separator: "\n"))
        let data = scratch.path("data")
        #expect(try await run(["subscribers", "import", file, "--data", data]).terminationStatus == 0)
        return (data, round)
    }

    private struct Books: Equatable {
        let invoices: Int
        let readings: Int
        let lastNumber: Int
        let balances: [String: Int64]
    }

    /// What the books come to; each entry balances, and the chain of the audit log is whole.
    private func state(_ data: String) async throws -> Books {
        let store = try Store(folder: data, migrations: AccountsTables.migrations + IntakeTables.migrations)
        return try await store.read { view in
            #expect(try view.unbalancedLedgerEntries().isEmpty)
            guard case .intact = try view.verifyAudit() else {
                Issue.record("the audit log is broken")
                return Books(invoices: 0, readings: 0, lastNumber: 0, balances: [:])
            }
            let counts = try view.accountCounts()
            let series = try view.invoiceSeries()
            return Books(
                invoices: counts.invoices, readings: counts.readings, lastNumber: series.last?.last ?? 0,
                balances: Dictionary(
                    uniqueKeysWithValues: try view.ledgerBalances().map { ($0.key.rawValue, $0.value.kurus) }))
        }
    }

    @Test("A run that is killed again and again comes to the books of one that nobody disturbed, and no number is lost")
    func killedRun() async throws {
        let scratch = try ScratchFolder()
        let (data, round) = try await books(scratch, count: Self.count)
        let calm = scratch.path("calm")
        try FileManager.default.copyItem(atPath: data, toPath: calm)
        #expect(try await run(["bill", "run", round, "--data", calm]).terminationStatus == 0)
        #expect(try await state(calm).invoices == Self.count)

        // A second of the processor each, by the kernel's own limit: wherever that falls, and however busy the machine is. Where
        // a slow one stores no batch in it, it has longer from then on.
        var between: Set<Int> = []
        var seconds = 1
        for _ in 1...40 {
            let process = try await run(
                ["bill", "run", round, "--data", data],
                under: ["/bin/sh", "-c", "ulimit -c 0; ulimit -t \(seconds); exec \"$0\" \"$@\""])
            let state = try await state(data)
            #expect(state.invoices == state.readings && state.invoices == state.lastNumber)
            if process.terminationReason == .exit { break }
            if !between.insert(state.invoices).inserted { seconds += 1 }
            try #require(seconds <= 8, "eight seconds of the processor stored no batch")
        }
        #expect(between.contains { 0 < $0 && $0 < Self.count }, "no kill fell between the first batch and the last")
        #expect(try await run(["bill", "run", round, "--data", data]).terminationStatus == 0)
        #expect(try await state(data) == state(calm))
    }

    @Test("A reversal that is killed was made whole or not at all, and is made once")
    func killedReversal() async throws {
        let scratch = try ScratchFolder()
        let (data, round) = try await books(scratch, count: 12)
        #expect(try await run(["bill", "run", round, "--data", data]).terminationStatus == 0)
        let numbers = try await Store(folder: data, migrations: AccountsTables.migrations + IntakeTables.migrations)
            .read { view in
                try (0..<12).compactMap { place in
                    try view.openInvoices(of: SubscriberNumber("\(4_100_000_000 + place)")).first?.reference
                }
            }
        #expect(numbers.count == 12)
        var made = 0
        for (place, number) in numbers.enumerated() {
            let order = ["bill", "reverse", number, "--reason", "other", "--clerk", "Deniz", "--data", data]
            _ = try await run(order, life: .milliseconds(4 + 6 * place))
            let between = try await state(data)
            let wasMade = between.lastNumber == 12 + made + 1
            #expect(wasMade || between.lastNumber == 12 + made)
            // Whoever does not know whether it was made gives the order again: it is told, or made now.
            #expect(try await run(order).terminationStatus == 0)
            made += 1
            #expect(try await state(data).lastNumber == 12 + made)
        }
        let state = try await state(data)
        #expect(state.balances.values.allSatisfy { $0 == 0 }, "\(state.balances)")
    }
}
