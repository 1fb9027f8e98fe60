import Accounts
import FleetSimulator
import Foundation
import LoadTest
import Quantities
import WrittenFiles

/// A scenario by its file or by the name under which it ships, with the policies that it names.
struct LoadScenario {
    private let yaml: String
    private let name: String
    /// The folder that a relative path of policies begins at; nil for a scenario that ships.
    private let folder: URL?

    /// Reads the scenario; throws where there is neither such a file nor such a name.
    init(_ argument: String) throws(CommandFailure) {
        if let shipped = ShippedScenario(rawValue: argument) {
            (yaml, name, folder) = (shipped.yaml, "\(argument).yaml", nil)
            return
        }
        guard let text = try? String(contentsOfFile: argument, encoding: .utf8) else {
            let names = ShippedScenario.allCases.map { $0.rawValue }.joined(separator: ", ")
            throw CommandFailure(.usage, "\(argument) is no file, and none of the scenarios that ship: \(names)")
        }
        (yaml, name) = (text, argument)
        folder = URL(fileURLWithPath: argument).deletingLastPathComponent()
    }

    /// Its fleet, with the terms of its policies.
    func fleet() throws(CommandFailure) -> PlanFleet {
        let plan: FleetPlan
        do throws(FileMistakes) {
            plan = try ScenarioReader.plan(yaml: yaml, file: name)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
        let policies: PolicySet
        do throws(FileMistakes) {
            policies = try policyFile(plan).policies
        } catch {
            throw CommandFailure(.tariffFileWrong, error.message)
        }
        do {
            return try PlanFleet(plan, try BillingTerms(policies, days: plan.start...plan.end))
        } catch {
            throw CommandFailure(.tariffFileWrong, "\(error)")
        }
    }

    private func policyFile(_ plan: FleetPlan) throws(FileMistakes) -> PolicyFile {
        switch plan.tariff.policies {
        case .text(let text): return try PolicyFile(yaml: text, path: name)
        case .file(let path):
            guard let folder else { return try PolicyFile(yaml: ShippedPolicies.text, path: path) }
            return try PolicyFile(path: folder.appendingPathComponent(path).path)
        }
    }
}
