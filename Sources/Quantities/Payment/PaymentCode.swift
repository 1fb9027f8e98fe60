/// A payment code [TR Karekod, TCMB/BKM], as a payment provider gave it: read and checked, never made here.
///
/// The layout was read from public code and agrees with two codes that banks made; the standard itself was not at hand.
/// The tags of producer, reference and code come from the provider, so no code is minted; `text` is printed as it came.
public struct PaymentCode: Hashable, Sendable, MaskedWhenPrinted {
    /// Whether the code is for one payment or for any number of them.
    public enum Use: String, Hashable, Sendable, CaseIterable {
        /// The same code for every payment [statik].
        case fixed = "11"
        /// A code for one payment [dinamik].
        case once = "12"
    }

    /// The code as it was given, checksum included.
    public let text: String
    /// Whether it is for one payment (tag 01).
    public let use: Use
    /// The provider that made it [üretici kodu] (tag 02).
    public let producer: String
    /// The provider's reference (tag 03).
    public let reference: String
    /// The amount to pay (tag 54); `nil` where the payer names it.
    public let amount: Money?
    /// The account that is paid (tag 61, field 01).
    public let account: IBAN
    /// The name of who is paid (tag 61, field 07).
    public let payee: String

    /// The code that `text` holds.
    ///
    /// Throws `PaymentCodeError` where a field is malformed or missing and where the checksum is another one.
    public init(_ text: String) throws(PaymentCodeError) {
        let fields = try Self.checkedFields(of: text)
        guard let use = Use(rawValue: try fields.value(1)) else { throw .wrongValue(tag: 1) }
        self.text = text
        self.use = use
        producer = try fields.value(2)
        reference = try fields.value(3)
        amount = try fields[54].map(Self.amount)
        let payee = try TaggedFields(try fields.value(61))
        do throws(IdentifierError) {
            account = try IBAN(try payee.account())
        } catch {
            throw .wrongValue(tag: 61)
        }
        guard let name = payee[7] else { throw .missing(tag: 61) }
        self.payee = name
    }

    /// The fields of `text`, once its checksum, the last of them, is right.
    ///
    /// Throws `PaymentCodeError` as `TaggedFields` does, `.noChecksum` and `.checksum`.
    public static func checkedFields(of text: String) throws(PaymentCodeError) -> TaggedFields {
        let fields = try TaggedFields(text)
        guard let last = fields.fields.last, last.tag == 63, last.value.utf8.count == 4 else { throw .noChecksum }
        let expected = CyclicRedundancyCheck(of: text.utf8.dropLast(4)).hexadecimal
        guard last.value == expected else { throw .checksum(expected: expected, found: last.value) }
        return fields
    }

    /// The code without what it holds.
    public var description: String { "TR Karekod (\(text.utf8.count) characters)" }

    /// Twelve digits of kuruş.
    private static func amount(_ text: String) throws(PaymentCodeError) -> Money {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ $0.isDigit }), let kurus = Int64(text) else {
            throw .wrongValue(tag: 54)
        }
        return Money(kurus: kurus)
    }
}

extension TaggedFields {
    /// The text of a tag that must be there.
    fileprivate func value(_ tag: Int) throws(PaymentCodeError) -> String {
        guard let value = self[tag] else { throw .missing(tag: tag) }
        return value
    }

    /// The account's text; empty, which no account is, where there is none.
    fileprivate func account() throws(IdentifierError) -> String {
        guard let account = self[1] else { throw .length(found: 0, allowed: 26...26) }
        return account
    }
}
