import ArgumentParser

/// Who decided something, as the audit log keeps it.
enum ClerkName {
    /// Ends the command for what is no name: one line of 1 to 60 letters.
    static func check(_ text: String) throws {
        let name = trimmed(text)
        let isOneLine = name.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) }
        guard (1...60).contains(name.count), isOneLine else {
            throw ValidationError("--clerk must be a name of 1 to 60 letters.")
        }
    }

    static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }
}
