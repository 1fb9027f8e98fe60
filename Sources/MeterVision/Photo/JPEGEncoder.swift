enum JPEGEncoder {
    static func encode(_ photo: CleanPhoto, quality: Int) -> [UInt8]? { nil }
}
