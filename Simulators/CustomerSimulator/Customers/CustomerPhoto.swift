/// A photo as a customer sends it: the file, and the ids under which the channel carries it.
package struct CustomerPhoto: Hashable, Sendable {
    package let file: String
    package let message: String
    package let media: String
    package let digest: [UInt8]
    package let isDocument: Bool
    /// Milliseconds since 1970.
    package let sentAt: Int64
}
