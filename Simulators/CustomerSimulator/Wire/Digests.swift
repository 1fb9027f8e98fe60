internal import CCrypto
internal import Foundation

/// The two sums that the channel puts on the wire.
enum Digests {
    /// The SHA-256 of some bytes.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 32
        guard EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil) == 1 else { return [] }
        return digest
    }

    /// The value of `X-Hub-Signature-256` for a raw body.
    static func signature(of body: [UInt8], secret: String) -> String {
        var code = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 32
        let key = Array(secret.utf8)
        guard HMAC(EVP_sha256(), key, Int32(key.count), body, body.count, &code, &count) != nil else { return "" }
        return "sha256=" + hexadecimal(code)
    }

    /// Two digits a byte, small letters.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// Base 64 as webhooks carry a sum.
    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
