import FleetSimulator
import Foundation

/// A scenario by the name of a shipped one, or by the path of a file.
struct ScenarioSource {
    /// How it was named.
    let name: String
    let text: String
    let plan: FleetPlan

    /// Why there is no scenario of that name.
    struct Unknown: Error, CustomStringConvertible {
        let name: String
        var description: String {
            """
            \(name) is neither a file of text that can be read nor a shipped scenario \
            (\(ShippedScenario.allCases.map(\.rawValue).joined(separator: ", "))). [Senaryo bulunamadı.]
            """
        }
    }

    /// Reads and checks a scenario; throws ``Unknown``, or `FileMistakes` with every line that is wrong.
    init(_ name: String) throws {
        self.name = name
        if FileManager.default.fileExists(atPath: name) {
            guard let data = FileManager.default.contents(atPath: name), let text = String(data: data, encoding: .utf8)
            else { throw Unknown(name: name) }
            self.text = text
            plan = try ScenarioReader.plan(yaml: text, file: name)
        } else {
            guard let shipped = ShippedScenario(rawValue: name) else { throw Unknown(name: name) }
            text = shipped.yaml
            plan = try shipped.plan()
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
