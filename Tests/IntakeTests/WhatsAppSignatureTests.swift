import Accounts
import Billing
import Foundation
import Intake
import Logging
import Quantities
import Storage
import Testing

@Suite("The signature of a webhook")
struct WhatsAppSignatureTests {
    /// RFC 4231, test case 2.
    private static let body = Array("what do ya want for nothing?".utf8)
    private static let header = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"

    @Test("The vector of RFC 4231 is signed, under either of two secrets, in either case")
    func vector() throws {
        for secrets in [["Jefe"], ["another", "Jefe"], ["Jefe", "another"]] {
            let service = try IntakeFixture(secrets: secrets).service
            #expect(service.isSigned(Self.body, header: Self.header))
            #expect(service.isSigned(Self.body, header: "sha256=" + Self.header.dropFirst(7).uppercased()))
        }
    }

    @Test(
        "Anything else is not signed",
        arguments: [
            nil, "", "sha256=", "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842",
            "sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38433",
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384g",
        ] as [String?])
    func refused(header: String?) throws {
        #expect(try !IntakeFixture(secrets: ["Jefe"]).service.isSigned(Self.body, header: header))
    }

    @Test("A flipped bit of the body, another secret, or no secret at all is refused")
    func bodies() throws {
        var flipped = Self.body
        flipped[3] ^= 1
        #expect(try !IntakeFixture(secrets: ["Jefe"]).service.isSigned(flipped, header: Self.header))
        #expect(try !IntakeFixture(secrets: ["jefe"]).service.isSigned(Self.body, header: Self.header))
        #expect(try !IntakeFixture(secrets: [""]).service.isSigned(Self.body, header: Self.header))
        #expect(try !IntakeFixture(secrets: []).service.isSigned(Self.body, header: Self.header))
    }

    @Test("The verification answers only the right mode and token")
    func verification() throws {
        let service = try IntakeFixture().service
        #expect(service.answersVerification(mode: "subscribe", token: "verify-me"))
        #expect(!service.answersVerification(mode: "subscribe", token: "verify-mf"))
        #expect(!service.answersVerification(mode: "subscribe", token: nil))
        #expect(!service.answersVerification(mode: "unsubscribe", token: "verify-me"))
        #expect(!service.answersVerification(mode: nil, token: "verify-me"))
    }
}
