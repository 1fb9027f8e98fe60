import ArgumentParser
import Foundation
import PhotoSimulator
import WrittenFiles

/// `endeks simulate profile`.
struct SimulateProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Print a shipped profile of the photo renderer, or check one of your own.",
        discussion: """
            A profile gives the distribution of every parameter of a photo. To make your own, print one, change what you \
            want and leave out the rest with `extends: field`.

            Exit codes: 0 printed, or the file is right; 1 what is wrong is told by line; 64 the command line is wrong.
            """)

    @Argument(help: "One of \(ShippedProfile.allCases.map(\.rawValue).joined(separator: ", ")), or a file to check.")
    var name: String?

    @Flag(help: "List every parameter with its limits and what it means.")
    var parameters = false

    func run() throws {
        if parameters {
            for parameter in Parameter.all { print(Self.line(for: parameter)) }
            return
        }
        guard let name else {
            print(ShippedProfile.allCases.map(\.rawValue).joined(separator: "\n"))
            return
        }
        if let shipped = ShippedProfile(rawValue: name) {
            print(shipped.yaml, terminator: "")
            return
        }
        do {
            let profile = try ProfileFile.profile(named: name)
            print("\(name): the profile \(profile.name) is right.")
        } catch {
            FileHandle.standardError.write(Data("endeks: \(error)\n".utf8))
            throw ExitCode.failure
        }
    }

    private static func line(for parameter: Parameter) -> String {
        let kind =
            switch parameter.kind {
            case .number(let limits): "\(limits.lowerBound)..\(limits.upperBound)"
            case .flag: "chance 0..1"
            case .choice(let names): names.joined(separator: "|")
            }
        return "\(parameter.name)\t\(kind)\t\(parameter.note)"
    }
}

/// A profile by the name of a shipped one, or by the path of a file.
enum ProfileFile {
    static func profile(named name: String) throws -> Profile {
        if let shipped = ShippedProfile(rawValue: name) { return try shipped.profile() }
        guard let data = FileManager.default.contents(atPath: name), let text = String(data: data, encoding: .utf8)
        else {
            throw FileMistake(
                file: name, line: 1, column: 1,
                message:
                    "this is neither a shipped profile (\(ShippedProfile.allCases.map(\.rawValue).joined(separator: ", "))) nor a file of text that can be read."
            )
        }
        return try ProfileReader.profile(yaml: text, file: name)
    }
}
