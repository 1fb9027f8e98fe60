internal import Foundation
internal import Storage

extension OutgoingMessage {
    /// The message as the outbox keeps it.
    var stored: String {
        get throws(StoreError) {
            do {
                return String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
            } catch {
                throw .failed("an outgoing message cannot be written as JSON")
            }
        }
    }

    /// Throws `StoreError.column` for what is no message.
    init(stored: String) throws(StoreError) {
        do {
            self = try JSONDecoder().decode(OutgoingMessage.self, from: Data(stored.utf8))
        } catch {
            throw .column("content")
        }
    }

    /// The words: the text, or what stands below the document.
    package var words: String {
        switch self {
        case .text(let words), .document(_, _, let words): words
        }
    }
}
