internal import CCrypto

/// The signature of a webhook: HMAC-SHA256 of the raw body under the app secret, `sha256=` and 64 hexadecimal digits.
struct WebhookSignature {
    private let secrets: [[UInt8]]

    init(secrets: [String]) { self.secrets = secrets.filter { !$0.isEmpty }.map { Array($0.utf8) } }

    /// Whether the header signs this body under one of the secrets.
    ///
    /// Every secret is tried and every byte compared, so that the time tells nothing.
    func signs(_ body: [UInt8], header: String?) -> Bool {
        guard let claimed = header.flatMap(Self.bytes) else { return false }
        var matches = false
        for secret in secrets where CRYPTO_memcmp(Self.code(of: body, under: secret), claimed, claimed.count) == 0 {
            matches = true
        }
        return matches
    }

    private static func code(of body: [UInt8], under secret: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 32
        HMAC(EVP_sha256(), secret, Int32(secret.count), body, body.count, &code, &count)
        return code
    }

    private static func bytes(of header: String) -> [UInt8]? {
        let text = Array(header.utf8)
        let prefix = Array("sha256=".utf8)
        guard text.count == prefix.count + 64, text.starts(with: prefix) else { return nil }
        return Hexadecimal.bytes(text[prefix.count...])
    }
}

extension WebhookSignature {
    /// Whether two secrets are the same, in a time that does not depend on where they differ.
    static func same(_ first: String, _ second: String) -> Bool {
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        return first.count == second.count && CRYPTO_memcmp(first, second, first.count) == 0
    }
}
