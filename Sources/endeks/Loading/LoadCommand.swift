import ArgumentParser

/// `endeks load …`: a billing library under the load of a fleet.
struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Bill a simulated fleet, hold every bill and flag against the truth, and report.",
        subcommands: [LoadRunCommand.self, LoadGateCommand.self], defaultSubcommand: LoadRunCommand.self)
}
