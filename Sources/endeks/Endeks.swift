import ArgumentParser

/// The command line of Endeks. One file a command; no rules here.
@main
struct Endeks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endeks",
        abstract: "From a photo of a gas meter to a checked reading and an invoice.",
        subcommands: [ReadCommand.self, SimulateCommand.self, CheckCommand.self])
}
