import Foundation
import Quantities
import Web
import WrittenFiles

/// The values that the config of the service holds.
extension WrittenValue {
    func address() throws(FileMistake) -> ListenAddress {
        guard let address = ListenAddress(text) else {
            throw mistake("must be a host and a port, such as 127.0.0.1:8080")
        }
        return address
    }

    /// An address that nobody reaches from outside.
    func ownAddress() throws(FileMistake) -> ListenAddress {
        let address = try address()
        guard address.isLoopback else {
            throw mistake(
                "must be an address of this machine alone, such as 127.0.0.1:8081, because the page has no sign-in")
        }
        return address
    }

    func graphAddress() throws(FileMistake) -> URL {
        guard let url = URL(string: text), let host = url.host, !host.isEmpty, url.user == nil, url.query == nil,
            url.fragment == nil, ["", "/"].contains(url.path),
            url.scheme == "https" || (url.scheme == "http" && ListenAddress(host: host, port: 0).isLoopback)
        else { throw mistake("must be an https address without a path (http only on this machine)") }
        return url
    }

    func graphVersion() throws(FileMistake) -> String {
        let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard text.hasPrefix("v"), parts.count == 2, parts.allSatisfy({ UInt16($0) != nil }) else {
            throw mistake("must be a version of the Graph API, such as v26.0")
        }
        return text
    }

    func phoneNumberID() throws(FileMistake) -> String {
        guard text.count <= 32, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw mistake("must be the digits of the phone number's id")
        }
        return text
    }

    func templateName() throws(FileMistake) -> String {
        guard text.count <= 512,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F })
        else { throw mistake("must be a template's name: small letters, digits and _") }
        return text
    }

    /// The three characters that invoice numbers begin with.
    func invoicePrefix() throws(FileMistake) -> String {
        _ = try parsed(as: "three of the letters A to Z and the digits") { try InvoiceNumber($0 + "2026000000001") }
        return text
    }
}
