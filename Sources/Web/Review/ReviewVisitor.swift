internal import HTTPTypes
internal import Hummingbird
internal import Storage
internal import Wording

/// Who looks at the page: what the cookies of the browser say.
struct ReviewVisitor: Sendable {
    enum Theme: String, CaseIterable, Sendable { case auto, light, dark }

    var language: Language
    var theme: Theme
    /// The name that the clerk gave; nobody has checked it.
    var clerk: String?
    /// The browser; the same name twice is two clerks.
    var session: String?
    /// What the clerk decided last, for the seconds in which it can be withdrawn.
    var last: LastDecision?

    init(_ request: Request) {
        let cookies = request.cookies
        let accepted = request.headers[.acceptLanguage]?.lowercased() ?? ""
        language =
            cookies["endeks-language"].flatMap { Language(rawValue: $0.value) }
            ?? (accepted.hasPrefix("en") ? .english : .turkish)
        theme = cookies["endeks-theme"].flatMap { Theme(rawValue: $0.value) } ?? .auto
        clerk = cookies["endeks-clerk"].flatMap { $0.value.removingURLPercentEncoding() }.flatMap(Self.name)
        session = cookies["endeks-session"].map(\.value).flatMap(Self.token)
        last = cookies["endeks-last"].flatMap { LastDecision($0.value) }
    }

    /// A name as it is written down: one line of 1 to 60 characters; nil for anything else.
    static func name(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPrintable = words.unicodeScalars.allSatisfy {
            ![.control, .format, .privateUse, .surrogate].contains($0.properties.generalCategory)
        }
        return (1...60).contains(words.count) && words.utf8.count <= 240 && isPrintable ? words : nil
    }

    private static func token(_ text: String) -> String? {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            ? text : nil
    }

    /// A new browser's name for itself.
    static func newSession(using generator: inout some RandomNumberGenerator) -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

/// What a clerk decided a moment ago.
///
/// It is kept in the browser alone, so that the page can say it; what counts stands in the database.
struct LastDecision: Sendable {
    enum Kind: String, Sendable { case accepted, corrected, rejected }

    let photo: Int64
    let takesEffectAt: Moment
    let kind: Kind
    /// The digits of the index; empty for a rejection.
    let index: String

    init(photo: Int64, takesEffectAt: Moment, kind: Kind, index: String) {
        self.photo = photo
        self.takesEffectAt = takesEffectAt
        self.kind = kind
        self.index = index
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let photo = Int64(parts[0]), let moment = Int64(parts[1]),
            let kind = Kind(rawValue: String(parts[2])), parts[3].utf8.count <= 18,
            parts[3].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.init(
            photo: photo, takesEffectAt: Moment(milliseconds: moment), kind: kind, index: String(parts[3]))
    }

    var text: String { "\(photo).\(takesEffectAt.milliseconds).\(kind.rawValue).\(index)" }
}

extension Response {
    /// Keeps a value in this browser for the staff pages alone; scripts do not see it, other sites do not send it.
    mutating func setStaffCookie(_ name: String, _ value: String, seconds: Int) {
        headers[values: .setCookie].append(
            "\(name)=\(value); Path=/review; Max-Age=\(seconds); HttpOnly; SameSite=Strict")
    }

    /// Another page, fetched with GET.
    static func redirect(toPage path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
