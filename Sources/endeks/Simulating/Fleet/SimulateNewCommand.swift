import ArgumentParser
import FleetSimulator
import Foundation

/// `endeks simulate new`.
struct SimulateNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a scenario of simulated meters, with comments, to start your own from.",
        discussion: """
            Without a name it is the template, which has every key [senaryo şablonu]. A shipped scenario brings its policies \
            (policies.yaml) with it. No file is ever written over.

            \(EndeksExit.table([.done, .failed, .outputNotWritable, .usage]))
            """)

    @Argument(help: "A shipped scenario (see --list); the template if left out.")
    var name: String?

    @Option(help: ArgumentHelp("Where to; NAME.yaml here if left out, - for standard output.", valueName: "file"))
    var out: String?

    @Flag(help: "List the shipped scenarios, a line each.")
    var list = false

    func validate() throws {
        if let name, ShippedScenario(rawValue: name) == nil {
            let names = ShippedScenario.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no shipped scenario \(name); there are \(names).")
        }
    }

    func run() throws {
        if list {
            let wide = ShippedScenario.allCases.map { $0.rawValue.count }.max() ?? 0
            for scenario in ShippedScenario.allCases {
                let room = String(repeating: " ", count: wide - scenario.rawValue.count)
                print("\(scenario.rawValue)\(room)  \(scenario.title)")
            }
            return
        }
        let shipped = name.flatMap { ShippedScenario(rawValue: $0) }
        let text = shipped?.yaml ?? ScenarioTemplate.text
        if out == "-" {
            print(text, terminator: "")
            return
        }
        let file = URL(fileURLWithPath: out ?? "\(name ?? "scenario").yaml")
        try write(text, to: file)
        print("\(file.path)")
        guard text.contains("file: policies.yaml") && shipped != nil else { return }
        let policies = file.deletingLastPathComponent().appending(path: "policies.yaml")
        if FileManager.default.fileExists(atPath: policies.path) {
            StandardError.print("endeks: \(policies.path) is there already and stays as it is. [Dosya duruyor.]")
        } else {
            try write(ShippedPolicies.text, to: policies)
            print("\(policies.path)")
        }
    }

    private func write(_ text: String, to file: URL) throws {
        // 'withoutOverwriting' makes the file or fails, whoever else writes at the same moment.
        do {
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            StandardError.print("endeks: \(file.path) is there already; name another with --out. [Dosya zaten var.]")
            throw EndeksExit.outputNotWritable.code
        } catch {
            StandardError.print("endeks: \(file.path) cannot be written: \(error.localizedDescription)")
            throw EndeksExit.outputNotWritable.code
        }
    }
}
