import ArgumentParser

/// `endeks simulate …`.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Simulate fleets of meters, draw them, and play the customers who send them.",
        subcommands: [
            SimulateNewCommand.self, SimulateFleetCommand.self, SimulateMeterCommand.self, SimulatePhotosCommand.self,
            SimulateProfileCommand.self, SimulateCustomersCommand.self,
        ])
}
