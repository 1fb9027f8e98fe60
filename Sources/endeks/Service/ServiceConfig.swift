import Billing
import Foundation
import Quantities
import Web
import WrittenFiles

/// What the service is told by its config file; every key may be left out, and has a default then.
struct ServiceConfig {
    /// Where webhooks and health checks come in.
    var listen = ListenAddress(host: "127.0.0.1", port: 8080)
    /// Where the review page and the metrics are; loopback only.
    var staff = ListenAddress(host: "127.0.0.1", port: 8081)
    /// How many photos are read side by side.
    var workers = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))
    var issuer: Issuer
    /// The three characters that invoice numbers begin with.
    var invoicePrefix: String
    /// Whether invoices say that nobody is to pay them: so it is where no issuer is named.
    var isSample = false
    var graph: URL
    var graphVersion = "v26.0"
    /// Ours, as WhatsApp knows it; nil where the file names none, and then replies wait.
    var phoneNumberID: String?
    /// The approved template for answers after the customer's 24 hours.
    var template: String?
    /// How long a message that a crash cut off waits for news of itself.
    var grace: Duration = .seconds(60)

    static let keys = [
        YAMLKey("listen", "127.0.0.1:8080"), YAMLKey("staff", "127.0.0.1:8081"), YAMLKey("workers", "2"),
        YAMLKey("issuer", "(a table)"), YAMLKey("whatsapp", "(a table)"),
    ]
    static let whatsAppKeys = [
        YAMLKey("graph", "https://graph.facebook.com"), YAMLKey("version", "v26.0"),
        YAMLKey("phone-number-id", "\"106540352242922\""), YAMLKey("template", "fatura_hazir"),
        YAMLKey("grace-seconds", "60"),
    ]
    static let issuerKeys = [
        YAMLKey("name", "Örnek Gaz Dağıtım A.Ş."), YAMLKey("vkn", "\"4540536920\""),
        YAMLKey("address", "Örnek Mah. No 1, Ankara"), YAMLKey("iban", "TR33 0006 1005 1978 6457 8413 26"),
        YAMLKey("tax-office", "Örnek V.D."), YAMLKey("call-centre", "0850 000 00 00"),
        YAMLKey("emergency-phone", "\"187\""), YAMLKey("invoice-prefix", "OGZ"),
    ]

    /// The config of a service that was given no file: an invented issuer, whose invoices nobody is to pay.
    ///
    /// - Throws: `FileMistakes` never, unless the example that ships is broken.
    static func standard() throws(FileMistakes) -> ServiceConfig {
        var config = try ServiceConfig(yaml: ServiceConfigExample.text, path: "(the built-in config)")
        config.isSample = true
        config.phoneNumberID = nil
        config.template = nil
        config.workers = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))
        return config
    }

    /// The config in a file; without one, the standard.
    ///
    /// - Throws: `FileMistakes` with the place of each thing that is wrong.
    static func load(_ path: String?) throws(FileMistakes) -> ServiceConfig {
        guard let path else { return try standard() }
        var mistakes = FileMistakes()
        guard let text = mistakes.keep(try SettingsFile.text(path)) else { throw mistakes }
        return try ServiceConfig(yaml: text, path: path)
    }

    init(yaml: String, path: String) throws(FileMistakes) {
        var mistakes = FileMistakes()
        let file = mistakes.keep(
            table: try YAMLTable(
                yaml: yaml, file: path, name: "the config", example: "config example", keys: Self.keys,
                isStrict: false))
        guard let file else { throw mistakes }
        let named: (Issuer, String)?
        if file.has("issuer") {
            named = Self.issuer(
                mistakes.keep(table: try file.table("issuer", keys: Self.issuerKeys, isStrict: false)), &mistakes)
        } else {
            let standard = try Self.standard()
            (named, isSample) = ((standard.issuer, standard.invoicePrefix), true)
        }
        if let address = mistakes.keep(try file.optionalText("listen")?.address()) { listen = address }
        if let address = mistakes.keep(try file.optionalText("staff")?.ownAddress()) { staff = address }
        if let count = mistakes.keep(try file.optionalText("workers")?.whole(in: 1...64)) { workers = count }
        let whatsApp = mistakes.keep(
            table: try file.optionalTable("whatsapp", keys: Self.whatsAppKeys, isStrict: false))
        let address = mistakes.keep(try whatsApp?.optionalText("graph")?.graphAddress())
        if let version = mistakes.keep(try whatsApp?.optionalText("version")?.graphVersion()) { graphVersion = version }
        phoneNumberID = mistakes.keep(try whatsApp?.optionalText("phone-number-id")?.phoneNumberID())
        template = mistakes.keep(try whatsApp?.optionalText("template")?.templateName())
        if let seconds = mistakes.keep(try whatsApp?.optionalText("grace-seconds")?.whole(in: 0...3600)) {
            grace = .seconds(seconds)
        }
        guard mistakes.isEmpty, let named else { throw mistakes }
        (issuer, invoicePrefix) = named
        graph = address ?? URL(string: "https://graph.facebook.com") ?? URL(fileURLWithPath: "/")
    }

    /// Who issues the invoices, and what their numbers begin with; nil where that cannot be said.
    private static func issuer(_ table: YAMLTable?, _ mistakes: inout FileMistakes) -> (Issuer, String)? {
        guard let table else { return nil }
        let name = mistakes.keep(try table.text("name").line(most: 120))
        let address = mistakes.keep(try table.text("address").line(most: 160))
        let taxOffice = mistakes.keep(try table.optionalText("tax-office")?.line(most: 60))
        let taxNumber = mistakes.keep(
            try table.text("vkn").parsed(as: "a VKN of ten digits with a right check digit") { try VKN($0) })
        let bankAccounts = mistakes.keep(try table.bankAccounts("iban")) ?? []
        let emergencyPhone = mistakes.keep(try table.optionalText("emergency-phone")?.line(most: 20))
        let callCentre = mistakes.keep(try table.optionalText("call-centre")?.line(most: 30))
        let prefix = mistakes.keep(try table.optionalText("invoice-prefix")?.invoicePrefix())
        guard let name, let address, let taxNumber else { return nil }
        let issuer = Issuer(
            name: name, address: address, taxOffice: taxOffice ?? "", taxNumber: taxNumber,
            bankAccounts: bankAccounts, emergencyPhone: emergencyPhone ?? "187", callCentre: callCentre)
        return (issuer, prefix ?? "GAZ")
    }
}
