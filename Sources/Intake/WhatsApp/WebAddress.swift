internal import CCurl

/// An address as libcurl will understand it, so that what is checked is what is fetched.
package struct WebAddress: Hashable, Sendable {
    package let text: String
    package let scheme: String
    /// In lower case, without a closing dot.
    package let host: String
    package let port: Int

    /// Nil where the text is no address, or names a user.
    package init?(_ text: String) {
        guard text.utf8.count <= 4096, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        var scheme = [CChar](repeating: 0, count: 16)
        var host = [CChar](repeating: 0, count: 256)
        var port: Int32 = 0
        guard endeks_curl_split(text, &scheme, scheme.count, &host, host.count, &port) == 0 else { return nil }
        self.text = text
        self.scheme = Self.text(scheme)
        var name = Self.text(host)
        if name.hasSuffix(".") { name.removeLast() }
        self.host = name
        self.port = Int(port)
    }

    /// Whether the address is this machine's own; only there is plain http spoken.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
    }
}

/// Where a photo's bytes may be fetched from, and the bearer sent to.
package struct MediaAllowance: Sendable {
    package let graph: WebAddress

    package init(graph: WebAddress) { self.graph = graph }

    /// Meta's own hosts by https on its own port, and the host and port of the Graph API.
    package func allows(_ address: WebAddress) -> Bool {
        if address.host == graph.host, address.port == graph.port, address.scheme == graph.scheme { return true }
        guard address.scheme == "https", address.port == 443 else { return false }
        return address.host == "lookaside.fbsbx.com" || address.host.hasSuffix(".whatsapp.net")
    }
}
