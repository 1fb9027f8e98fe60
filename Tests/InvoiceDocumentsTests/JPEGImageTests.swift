import InvoiceDocuments
import Testing

@Suite("A JPEG's header")
struct JPEGImageTests {
    @Test("The size is the one that the frame header states")
    func size() throws {
        let image = try JPEGImage(try goldenCrop())
        #expect(image.width == 320)
        #expect(image.height > 80 && image.height < 320)
    }

    @Test("What is no JPEG, or ends before its frame header, is refused", arguments: [0, 1, 4, 20, 100])
    func refused(length: Int) throws {
        let bytes = try goldenCrop()
        #expect(throws: DocumentError.cropNotJPEG) { try JPEGImage(Array(bytes.prefix(length))) }
        #expect(throws: DocumentError.cropNotJPEG) { try JPEGImage(Array(repeating: 0xFF, count: length)) }
    }

    @Test("A header without pixels is refused")
    func noPixels() {
        let header: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
        ]
        #expect(throws: DocumentError.cropNotJPEG) { try JPEGImage(header) }
    }
}
