/// The body of an upload (RFC 7578).
struct MultipartForm {
    /// Must not stand in the file; the sender of the message gives one that no PDF holds by chance.
    let boundary: String

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    func body(file: [UInt8], name: String, type: String) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(file.count + 1024)
        for (field, value) in [("messaging_product", "whatsapp"), ("type", type)] {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(quoted(name))\"\r\n".utf8
        body += "Content-Type: \(type)\r\n\r\n".utf8
        body += file
        body += "\r\n--\(boundary)--\r\n".utf8
        return body
    }

    private func quoted(_ name: String) -> String {
        String(name.map { $0 == "\"" || $0 == "\\" || $0.isNewline ? "_" : $0 })
    }
}
