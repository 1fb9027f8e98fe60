import Accounts
import FleetSimulator
import Foundation
import LoadTest
import Quantities
import WrittenFiles

/// A scenario with the policies that it names.
struct LoadScenario {
    private let source: ScenarioSource

    /// Reads the scenario; throws where there is none, or a wrong one.
    init(_ argument: String) throws(CommandFailure) { source = try ScenarioSource(argument) }

    /// Its fleet, with the terms of its policies.
    func fleet() throws(CommandFailure) -> PlanFleet {
        let plan = source.plan
        let policies: PolicySet
        do throws(FileMistakes) {
            policies = try policyFile().policies
        } catch {
            throw CommandFailure(.tariffFileWrong, error.message)
        }
        do {
            return try PlanFleet(plan, try BillingTerms(policies, days: plan.start...plan.end))
        } catch {
            throw CommandFailure(.tariffFileWrong, "\(error)")
        }
    }

    private func policyFile() throws(FileMistakes) -> PolicyFile {
        switch source.plan.tariff.policies {
        case .text(let text): return try PolicyFile(yaml: text, path: source.file)
        case .file(let path):
            guard let folder = source.folder else { return try PolicyFile(yaml: ShippedPolicies.text, path: path) }
            return try PolicyFile(path: folder.appendingPathComponent(path).path)
        }
    }
}
