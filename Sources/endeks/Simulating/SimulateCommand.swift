import ArgumentParser

/// `endeks simulate …`.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Draw simulated meters, and play the customers who send them.",
        subcommands: [SimulatePhotosCommand.self, SimulateProfileCommand.self, SimulateCustomersCommand.self])
}
