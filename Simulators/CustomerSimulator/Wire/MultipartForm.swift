/// The parts of a `multipart/form-data` body (RFC 7578), as media are uploaded.
struct MultipartForm {
    /// One field.
    struct Part {
        let name: String
        let fileName: String?
        let contentType: String?
        let bytes: [UInt8]
    }

    let parts: [Part]

    /// The fields of a body; nil where the content type names no boundary or a part is not closed.
    init?(body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType) else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        let lineEnd = Array("\r\n".utf8)
        guard var place = Self.find(delimiter, in: body, from: 0).map({ $0 + delimiter.count }) else { return nil }
        var parts: [Part] = []
        while body[place...].starts(with: lineEnd) {
            place += 2
            guard let headEnd = Self.find(lineEnd + lineEnd, in: body, from: place),
                let end = Self.find(lineEnd + delimiter, in: body, from: headEnd + 4)
            else { return nil }
            let head = String(decoding: body[place..<headEnd], as: UTF8.self)
            parts.append(Self.part(head: head, bytes: Array(body[(headEnd + 4)..<end])))
            place = end + 2 + delimiter.count
        }
        guard body[place...].starts(with: Array("--".utf8)) else { return nil }
        self.parts = parts
    }

    /// The first field of a name.
    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    private static func part(head: String, bytes: [UInt8]) -> Part {
        var fields: [String: String] = [:]
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].drop { $0 == " " }.description
        }
        let disposition = fields["content-disposition"] ?? ""
        return Part(
            name: parameter("name", of: disposition) ?? "", fileName: parameter("filename", of: disposition),
            contentType: fields["content-type"], bytes: bytes)
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        for field in header.split(separator: ";").dropFirst() {
            let pair = field.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].filter { $0 != "\"" }
        }
        return nil
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        var place = start
        while place <= bytes.count - wanted.count {
            if bytes[place] == first, bytes[place..<(place + wanted.count)].elementsEqual(wanted) { return place }
            place += 1
        }
        return nil
    }
}
