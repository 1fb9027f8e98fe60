import ArgumentParser
import Billing
import Foundation
import WrittenFiles

/// `endeks config …`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check the config of the service, or print one to begin with.",
        subcommands: [ConfigCheckCommand.self, ConfigExampleCommand.self])
}

/// `endeks config check`.
struct ConfigCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say all that is wrong in a config file, by line.",
        discussion: "A key that is not known is an error.\n\n" + EndeksExit.table([.done, .failed, .usage]))

    @Option(help: "The config file.")
    var config: String

    func run() throws {
        let settings: ServiceConfig
        do {
            settings = try ServiceConfig.load(config)
        } catch {
            for mistake in error.all { StandardError.print("endeks: \(mistake)") }
            throw EndeksExit.failed.code
        }
        print("\(config): fine")
        print("  webhook    http://\(settings.listen)/webhook")
        print("  review     http://\(settings.staff)/review")
        print("  workers    \(settings.workers)")
        print(
            "  issuer     \(settings.issuer.name)\(settings.isSample ? " (a sample: nobody is to pay its invoices)" : "")"
        )
        print("  WhatsApp   \(settings.graph.absoluteString) \(settings.graphVersion)")
        if settings.phoneNumberID == nil {
            print(
                "  note       'whatsapp: phone-number-id' is not given; until it is, no photo is fetched and replies wait"
            )
        }
        if settings.template == nil {
            print("  note       'whatsapp: template' is not given; after 24 hours a customer cannot be answered")
        }
    }
}

/// `endeks config example`.
struct ConfigExampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "example", abstract: "Print a commented config, which passes the check.",
        discussion: EndeksExit.table([.done, .usage]))

    func run() throws { print(ServiceConfigExample.text, terminator: "") }
}
