internal import HTTPTypes
internal import Hummingbird
internal import Storage

/// What the pages load beside themselves; it holds no personal data and may be kept by the browser.
enum ReviewAssets {
    /// Changes with what the assets hold, so that a browser never shows a page in an older dress.
    static let edition: String = {
        let digest = Digest.sha256(Array((ReviewStyle.text + ReviewScript.text).utf8))
        return digest.prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }()

    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#2f7fd6" d="M16 2 25 14a11 11 0 1 1-18 0Z"/></svg>
        """

    static func add(to router: Router<BasicRequestContext>) {
        for (name, type, text) in [
            ("style.css", "text/css; charset=utf-8", ReviewStyle.text),
            ("script.js", "text/javascript; charset=utf-8", ReviewScript.text), ("icon.svg", "image/svg+xml", icon),
        ] {
            let bytes = Array(text.utf8)
            router.get("/review/assets/\(name)") { _, _ in
                Response(.ok, type: type, bytes: bytes, headers: [.cacheControl: "private, max-age=31536000"])
            }
        }
    }
}
