internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
    /// A plain text.
    init(_ status: HTTPResponse.Status, text: String, headers: HTTPFields = [:]) {
        var headers = headers
        headers[.contentType] = "text/plain; charset=utf-8"
        // Nobody guesses that a text, perhaps of a stranger's words, might be a page.
        headers[.xContentTypeOptions] = "nosniff"
        self.init(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// A document of a kind that is kept nowhere.
    init(_ status: HTTPResponse.Status, type: String, bytes: [UInt8], headers: HTTPFields = [:]) {
        var headers = headers
        headers[.contentType] = type
        self.init(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
