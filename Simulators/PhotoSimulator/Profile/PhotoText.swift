import CPhotoData

/// The text files that are compiled in.
enum PhotoText {
    static let fonts = text(ENDEKS_PHOTO_FONTS)

    static func text(_ which: endeks_photo_text) -> String {
        var size = 0
        guard let bytes = endeks_photo_text_bytes(which, &size) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
    }
}
