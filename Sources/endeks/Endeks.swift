import ArgumentParser
import Foundation

/// The command line of Endeks: one file a command, and no rules here.
@main
struct Endeks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endeks",
        abstract: "From a photo of a gas meter to a checked reading and an invoice.",
        subcommands: [
            ServeCommand.self, ConfigCommand.self, SubscribersCommand.self, ReadingsCommand.self, MetersCommand.self,
            PaymentsCommand.self, PoliciesCommand.self,
            StatusCommand.self, BackupCommand.self, RestoreCommand.self, JobsCommand.self, AuditCommand.self,
            TrainingCommand.self, ReadCommand.self, ReadWorkerCommand.self, BillCommand.self, DemoCommand.self,
            SimulateCommand.self, LoadCommand.self, CheckCommand.self,
        ])

    static func main() async {
        // New files are for this user alone, whatever the command: they hold personal data.
        umask(0o077)
        await main(nil)
    }
}
