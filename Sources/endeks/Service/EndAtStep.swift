import Foundation
import Intake
import Storage
import Synchronization

/// Ends the process by SIGKILL when it reaches a named step.
///
/// `ENDEKS_END_AT_STEP=photo-read`, or `photo-read:3` for the third time. It is there for the proofs that nothing is
/// lost or done twice, and for nothing else.
enum EndAtStep {
    static func probe(environment: [String: String]) throws(CommandFailure) -> StepProbe {
        guard let text = environment["ENDEKS_END_AT_STEP"], !text.isEmpty else { return .none }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let step = PipelineStep(rawValue: String(parts[0])), parts.count <= 2,
            let time = parts.count == 2 ? Int(parts[1]) : 1, time > 0
        else {
            let names = PipelineStep.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(
                .failed, "ENDEKS_END_AT_STEP=\(text): not a step, or not a step:number. Steps: \(names).")
        }
        let times = Counting()
        return StepProbe { reached in
            guard reached == step, times.next() == time else { return }
            kill(getpid(), SIGKILL)
        }
    }

    private final class Counting: Sendable {
        private let count = Atomic(0)

        func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
    }
}
