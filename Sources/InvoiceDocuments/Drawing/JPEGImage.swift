/// The bytes of a JPEG with the size that its frame header states; it is not decoded here.
package struct JPEGImage: Hashable, Sendable {
    package let bytes: [UInt8]
    package let width: Int
    package let height: Int

    /// Finds the frame header of `bytes`.
    ///
    /// - Throws: `DocumentError.cropNotJPEG` when there is none, or one that PDF's own decoder does not take
    ///   (8 bits a sample, gray or three colours, baseline or progressive).
    package init(_ bytes: [UInt8]) throws(DocumentError) {
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { throw .cropNotJPEG }
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2, place + 2 + length <= bytes.count else { throw .cropNotJPEG }
            if (0xC0...0xC2).contains(marker) {
                guard length >= 8, bytes[place + 4] == 8, [1, 3].contains(bytes[place + 9]) else { throw .cropNotJPEG }
                height = Int(bytes[place + 5]) << 8 | Int(bytes[place + 6])
                width = Int(bytes[place + 7]) << 8 | Int(bytes[place + 8])
                guard width > 0, height > 0, width <= 16_384, height <= 16_384 else { throw .cropNotJPEG }
                self.bytes = bytes
                return
            }
            place += 2 + length
        }
        throw .cropNotJPEG
    }
}
