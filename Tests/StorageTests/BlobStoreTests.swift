import Foundation
import Storage
import Testing

@Suite("Blobs")
struct BlobStoreTests {
    @Test(
        "SHA-256 of the standard's examples",
        arguments: [
            // FIPS 180-4, examples of SHA-256
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ])
    func digest(text: String, hexadecimal: String) {
        #expect(Digest.hexadecimal(Digest.sha256(Array(text.utf8))) == hexadecimal)
    }

    @Test("Bytes come back whole, the same bytes are one blob, and their file lies under their name")
    func roundTrip() async throws {
        let scratch = try ScratchStore()
        let blobs = try BlobStore(folder: scratch.folder)
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        async let first = blobs.put(bytes)
        async let second = blobs.put(bytes)
        let (one, other) = try await (first, second)
        #expect(one == other)
        #expect(try await blobs.get(one) == bytes)
        #expect(blobs.contains(one))
        let name = one.hexadecimal
        let file = scratch.folder + "/blobs/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
        #expect(FileManager.default.contents(atPath: file).map { [UInt8]($0) } == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder + "/blobs/incoming").isEmpty)
    }

    @Test("A flipped bit in the file is an error, never another photo")
    func damage() async throws {
        let scratch = try ScratchStore()
        let blobs = try BlobStore(folder: scratch.folder)
        let blob = try await blobs.put([1, 2, 3])
        let name = blob.hexadecimal
        let file = scratch.folder + "/blobs/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
        try Data([1, 2, 2]).write(to: URL(fileURLWithPath: file))
        await #expect(throws: StoreError.unusable("a blob is damaged")) { _ = try await blobs.get(blob) }
    }

    @Test("A blob that is not there is an error")
    func missing() async throws {
        let scratch = try ScratchStore()
        let blobs = try BlobStore(folder: scratch.folder)
        let blob = try #require(BlobID(String(repeating: "0", count: 64)))
        #expect(!blobs.contains(blob))
        await #expect(throws: StoreError.unavailable("a blob is not there")) { _ = try await blobs.get(blob) }
    }

    @Test("What an end in the middle of a write left is swept away")
    func sweep() async throws {
        let scratch = try ScratchStore()
        let blobs = try BlobStore(folder: scratch.folder)
        let left = scratch.folder + "/blobs/incoming/half"
        try Data([1]).write(to: URL(fileURLWithPath: left))
        blobs.sweep()
        #expect(!FileManager.default.fileExists(atPath: left))
    }
}
