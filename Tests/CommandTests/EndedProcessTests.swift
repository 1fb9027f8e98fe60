import Foundation
import Testing

/// What a data folder holds after a process that worked on it was ended from outside, or crashed.
@Suite("Ended in the middle")
struct EndedProcessTests {
    private static let header = """
        subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,\
        pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date
        """

    private func start(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = try EndeksRun.binary()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.environment = ProcessInfo.processInfo.environment.merging([
            "ENDEKS_WHATSAPP_APP_SECRET": "a", "ENDEKS_WHATSAPP_VERIFY_TOKEN": "b", "ENDEKS_WHATSAPP_TOKEN": "c",
        ]) { $1 }
        try process.run()
        return process
    }

    @Test("An import that is killed left everything or nothing, and the next one goes through")
    func killedImport() async throws {
        let scratch = try ScratchFolder()
        let lines = (0..<8_000).map { number in
            "\(4_100_000_000 + number),Ayşe Örnek,Örnek Sok. 2,ornek,7,,G4,5,3,1,21,konut,mechanical,tr,,,01021,2026-10-21"
        }
        let file = try scratch.write("s.csv", ([Self.header] + lines).joined(separator: "\n"))
        for round in 0..<6 {
            let data = scratch.path("data \(round)")
            let process = try start(["subscribers", "import", file, "--data", data], in: scratch.url)
            try await Task.sleep(for: .milliseconds(80 + 90 * round))
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            let again = try EndeksRun(["subscribers", "import", file, "--data", data])
            #expect(again.status == 0, "\(again.errors)")
            #expect(
                again.output.hasPrefix("8000 subscribers added, 0 updated, 8000 readings")
                    || again.output.hasPrefix("0 subscribers added, 8000 updated, 0 readings"), "\(again.output)")
        }
    }

    @Test("A service that crashes leaves a mark, one that is killed leaves none", arguments: [SIGSEGV, SIGKILL])
    func mark(signal: Int32) async throws {
        let scratch = try ScratchFolder()
        // Ports of the kernel's choice: nobody connects.
        let config = try scratch.write("serve.yaml", "listen: 127.0.0.1:0\nstaff: 127.0.0.1:0\n")
        let mark = scratch.path("data/crashed")
        try FileManager.default.createDirectory(atPath: scratch.path("data"), withIntermediateDirectories: false)
        try Data().write(to: URL(fileURLWithPath: mark))
        let process = try start(["serve", "--data", scratch.path("data"), "--config", config], in: scratch.url)
        // The mark of a crash before is taken away when the jobs begin: then the handlers stand.
        let deadline = ContinuousClock.now + .seconds(20)
        while FileManager.default.fileExists(atPath: mark), ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
        }
        try await Task.sleep(for: .milliseconds(200))
        #expect(process.isRunning)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
        #expect(FileManager.default.fileExists(atPath: mark) == (signal == SIGSEGV))
    }
}
