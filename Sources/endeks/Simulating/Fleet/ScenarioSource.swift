import FleetSimulator
import Foundation
import WrittenFiles

/// A scenario by the name of a shipped one, or by the path of a file; of a file of such a name write `./village`.
struct ScenarioSource {
    let text: String
    let plan: FleetPlan
    /// The folder that a relative path in it begins at; nil for a shipped one.
    let folder: URL?
    /// By which messages speak of the file.
    let file: String

    /// What the argument of commands that take a scenario says.
    static let help = """
        The name of a scenario that ships, such as village (see 'endeks simulate new --list'), or else a file.
        """

    /// Reads and checks a scenario; throws a failure of usage where there is none, or with every line that is wrong.
    init(_ name: String) throws(CommandFailure) {
        if let shipped = ShippedScenario(rawValue: name) {
            (text, folder, file) = (shipped.yaml, nil, "\(name).yaml")
        } else {
            guard let data = FileManager.default.contents(atPath: name), let text = String(data: data, encoding: .utf8)
            else {
                let names = ShippedScenario.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure(
                    .usage,
                    "\(name) is neither a shipped scenario (\(names)) nor a file of text. [Senaryo bulunamadı.]")
            }
            (self.text, file) = (text, name)
            folder = URL(fileURLWithPath: name).deletingLastPathComponent()
        }
        do throws(FileMistakes) {
            plan = try ScenarioReader.plan(yaml: text, file: file)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
    }
}

extension ShippedScenario {
    /// The first sentence of the comment at its head.
    var title: String {
        let comment = yaml.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("#") }
            .map { $0.drop { $0 == "#" || $0 == " " } }.joined(separator: " ")
        guard let end = comment.firstRange(of: ". ") else { return comment }
        return String(comment[..<end.lowerBound]) + "."
    }
}
