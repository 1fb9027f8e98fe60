internal import Storage

/// A webhook body taken apart: every message and every status on its own, in the order they stand.
package struct WebhookBody: Sendable {
    package var messages: [IncomingMessage] = []
    package var statuses: [IncomingStatus] = []
    /// Parts that were there and not understood, by what they are; for the log and the count.
    package var ignored: [String] = []
    /// Codes of errors that the channel reports for the whole number.
    package var errors: [Int64] = []

    /// Throws `JSONTreeError` only when the whole is no JSON; a part that is not understood hides no other.
    ///
    /// What is told of another number than `phoneNumberID` is none of ours: one app may serve several.
    package init(_ bytes: [UInt8], phoneNumberID: String? = nil) throws(JSONTreeError) {
        let root = try JSONReader.read(bytes)
        guard let entries = root["entry"]?.elements else {
            ignored.append("envelope")
            return
        }
        for change in entries.flatMap({ $0["changes"]?.elements ?? [] }) {
            guard change["field"]?.text ?? "messages" == "messages", let value = change["value"] else {
                ignored.append("field")
                continue
            }
            if let ours = phoneNumberID, let number = value["metadata"]?["phone_number_id"]?.text, number != ours {
                ignored.append("other-number")
                continue
            }
            take(value)
        }
    }

    private mutating func take(_ value: JSONTree) {
        let contacts = (value["contacts"]?.elements ?? []).map(Contact.init)
        for message in value["messages"]?.elements ?? [] {
            if let message = IncomingMessage(message, contacts: contacts) {
                messages.append(message)
            } else {
                ignored.append("message")
            }
        }
        for status in value["statuses"]?.elements ?? [] {
            if let status = IncomingStatus(status) {
                statuses.append(status)
            } else {
                ignored.append("status")
            }
        }
        errors += (value["errors"]?.elements ?? []).compactMap { $0["code"]?.integer }
    }
}

/// Somebody whom the channel names beside the messages.
struct Contact {
    let businessScopedID: String?
    let phone: String?

    init(_ tree: JSONTree) {
        businessScopedID = tree["user_id"]?.text
        phone = tree["wa_id"]?.text
    }
}

extension IncomingStatus {
    init?(_ tree: JSONTree) {
        guard let id = tree["id"]?.text, (1...512).contains(id.utf8.count), let status = tree["status"]?.text,
            (1...40).contains(status.utf8.count)
        else { return nil }
        externalID = id
        self.status = status
        at = Moment(unixSeconds: tree["timestamp"])
        errorCode = tree["errors"]?.elements.first?["code"]?.integer
        callback = tree["biz_opaque_callback_data"]?.text.flatMap { CallbackData($0) }
    }
}

extension Moment {
    /// A moment as the channel writes it: seconds since 1970, as a string or a number.
    ///
    /// Nil for what is none of this age.
    init?(unixSeconds tree: JSONTree?) {
        guard let seconds = tree?.integer, (0...253_402_300_799).contains(seconds) else { return nil }
        self.init(secondsSince1970: seconds)
    }
}
