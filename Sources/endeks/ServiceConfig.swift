import Billing
import Foundation
import Quantities
import Web

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
        SettingsKey("listen", "127.0.0.1:8080"), SettingsKey("staff", "127.0.0.1:8081"), SettingsKey("workers", "2"),
        SettingsKey("issuer", "(a table)"), SettingsKey("whatsapp", "(a table)"),
    ]
    static let whatsAppKeys = [
        SettingsKey("graph", "https://graph.facebook.com"), SettingsKey("version", "v26.0"),
        SettingsKey("phone-number-id", "\"106540352242922\""), SettingsKey("template", "fatura_hazir"),
        SettingsKey("grace-seconds", "60"),
    ]
    static let issuerKeys = [
        SettingsKey("name", "Örnek Gaz Dağıtım A.Ş."), SettingsKey("vkn", "\"4540536920\""),
        SettingsKey("address", "Örnek Mah. No 1, Ankara"), SettingsKey("iban", "TR33 0006 1005 1978 6457 8413 26"),
        SettingsKey("tax-office", "Örnek V.D."), SettingsKey("call-centre", "0850 000 00 00"),
        SettingsKey("emergency-phone", "\"187\""), SettingsKey("invoice-prefix", "OGZ"),
    ]

    /// The config of a service that was given no file: an invented issuer, whose invoices nobody is to pay.
    ///
    /// - Throws: `SettingsError` never, unless the example that ships is broken.
    static func standard() throws(SettingsError) -> ServiceConfig {
        var config = try ServiceConfig(yaml: ServiceConfigExample.text, path: "(the built-in config)")
        config.isSample = true
        config.phoneNumberID = nil
        config.template = nil
        config.workers = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))
        return config
    }

    /// The config in a file; without one, the standard.
    ///
    /// - Throws: `SettingsError` with the place of what is wrong.
    static func load(_ path: String?) throws(SettingsError) -> ServiceConfig {
        guard let path else { return try standard() }
        return try ServiceConfig(yaml: try SettingsFile.text(path), path: path)
    }

    init(yaml: String, path: String) throws(SettingsError) {
        let table = try SettingsTable(
            yaml: yaml, file: path, name: "the config", example: "config example", keys: Self.keys)
        if let issuer = try table.optionalTable("issuer", keys: Self.issuerKeys) {
            (self.issuer, invoicePrefix) = try Self.issuer(issuer)
        } else {
            let standard = try Self.standard()
            (issuer, invoicePrefix, isSample) = (standard.issuer, standard.invoicePrefix, true)
        }
        graph = try Self.graphURL("https://graph.facebook.com") ?? URL(fileURLWithPath: "/")
        if let text = try table.optionalText("listen") { listen = try text.address() }
        if let text = try table.optionalText("staff") {
            staff = try text.address()
            guard staff.isLoopback else {
                throw text.mistake(
                    "must be an address of this machine alone, such as 127.0.0.1:8081, because the page has no sign-in")
            }
        }
        if let text = try table.optionalText("workers") { workers = try text.whole(in: 1...64) }
        guard let whatsApp = try table.optionalTable("whatsapp", keys: Self.whatsAppKeys) else { return }
        if let text = try whatsApp.optionalText("graph") {
            guard let url = try Self.graphURL(text.text) else {
                throw text.mistake("must be an https address without a path (http only on this machine)")
            }
            graph = url
        }
        if let text = try whatsApp.optionalText("version") {
            let parts = text.text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
            guard text.text.hasPrefix("v"), parts.count == 2, parts.allSatisfy({ UInt16($0) != nil }) else {
                throw text.mistake("must be a version of the Graph API, such as v26.0")
            }
            graphVersion = text.text
        }
        if let text = try whatsApp.optionalText("phone-number-id") {
            guard text.text.count <= 32, text.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw text.mistake("must be the digits of the phone number's id")
            }
            phoneNumberID = text.text
        }
        if let text = try whatsApp.optionalText("template") {
            guard text.text.count <= 512,
                text.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F })
            else { throw text.mistake("must be a template's name: small letters, digits and _") }
            template = text.text
        }
        if let text = try whatsApp.optionalText("grace-seconds") { grace = .seconds(try text.whole(in: 0...3600)) }
    }

    private static func graphURL(_ text: String) throws(SettingsError) -> URL? {
        guard let url = URL(string: text), let host = url.host, !host.isEmpty, url.user == nil, url.query == nil,
            url.fragment == nil, ["", "/"].contains(url.path)
        else { return nil }
        let isLoopback = ListenAddress(host: host, port: 0).isLoopback
        guard url.scheme == "https" || (url.scheme == "http" && isLoopback) else { return nil }
        return url
    }

    private static func issuer(_ table: SettingsTable) throws(SettingsError) -> (Issuer, String) {
        var iban: IBAN?
        if let text = try table.optionalText("iban") {
            iban = try text.parsed(as: "a Turkish IBAN with right check digits") { try IBAN($0) }
        }
        let issuer = Issuer(
            name: try table.text("name").line(most: 120), address: try table.text("address").line(most: 160),
            taxOffice: try table.optionalText("tax-office")?.line(most: 60) ?? "",
            taxNumber: try table.text("vkn").parsed(as: "a VKN of ten digits with a right check digit") { try VKN($0) },
            iban: iban, emergencyPhone: try table.optionalText("emergency-phone")?.line(most: 20) ?? "187",
            callCentre: try table.optionalText("call-centre")?.line(most: 30))
        guard let prefix = try table.optionalText("invoice-prefix") else { return (issuer, "GAZ") }
        _ = try prefix.parsed(as: "three of the letters A to Z and the digits") {
            try InvoiceNumber($0 + "2026000000001")
        }
        return (issuer, prefix.text)
    }
}

extension SettingsText {
    fileprivate func address() throws(SettingsError) -> ListenAddress {
        guard let address = ListenAddress(text) else {
            throw mistake("must be a host and a port, such as 127.0.0.1:8080")
        }
        return address
    }
}
