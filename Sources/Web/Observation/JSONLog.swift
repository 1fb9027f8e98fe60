internal import Glibc
package import Logging
package import Storage
internal import Synchronization

/// Writes each log line as one JSON object to a file descriptor, so that a machine can read it and a person still can.
///
/// It masks nothing: whoever logs leaves personal data out and names our own row numbers.
package struct JSONLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level = .info
    private let label: String
    private let now: TimeSource
    private let write: @Sendable ([UInt8]) -> Void

    /// A handler that hands each line, its line feed included, to `write`.
    package init(label: String, now: @escaping TimeSource, write: @escaping @Sendable ([UInt8]) -> Void) {
        self.label = label
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields: [(String, String)] = [
            ("ts", JSONText.quoted(now().isoText)), ("level", JSONText.quoted(event.level.rawValue)),
            ("msg", JSONText.quoted(event.message.description)), ("from", JSONText.quoted(label)),
        ]
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let given = event.metadata { all.merge(given) { $1 } }
        if let error = event.error { all["error"] = "\(error)" }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            let name = key == "hb.request.id" ? "request_id" : key
            if !fields.contains(where: { $0.0 == name }) { fields.append((name, JSONText.value(value))) }
        }
        let line = fields.map { "\(JSONText.quoted($0)):\($1)" }.joined(separator: ",")
        write(Array("{\(line)}\n".utf8))
    }
}

/// A line of the log on its way to the standard error stream; lines of several threads never mix.
package enum StandardErrorLine {
    private static let turn = Mutex(())

    package static let write: @Sendable ([UInt8]) -> Void = { bytes in
        turn.withLock { _ in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
                if written < 0 {
                    if errno == EINTR { continue }
                    return
                }
                rest = rest.dropFirst(written)
            }
        }
    }
}

/// JSON as text, as far as logs and the small answers of the review page need it.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    static func value(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): quoted(text)
        case .stringConvertible(let value): quoted("\(value)")
        case .array(let values): "[" + values.map(Self.value).joined(separator: ",") + "]"
        case .dictionary(let values):
            "{"
                + values.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(Self.value($0.value))" }
                .joined(separator: ",") + "}"
        }
    }
}
