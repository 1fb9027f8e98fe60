import Foundation
import MeterVision
import Testing

/// Real photos, held otherwise than they were taken, read by the model that is compiled in.
@Suite("Any way up, and from afar", .enabled(if: (try? ReaderModel.compiledIn()) != nil))
struct AnyWayUpTests {
    private static let photos = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Images/photos")

    private func photo(_ name: String) throws -> CleanPhoto {
        try JPEGDecoder.decode(Array(Data(contentsOf: Self.photos.appendingPathComponent(name)))).photo
    }

    private func index(of photo: CleanPhoto) throws -> String? {
        let jpeg = try #require(photo.jpeg(quality: 95))
        return MeterReader(model: try ReaderModel.compiledIn()).read(jpeg: jpeg, hints: MeterHints(wheels: 5)).index
    }

    @Test("A photo whose pixels stand on their head says the same index", arguments: ["gas-05.jpg", "gas-10.jpg"])
    func onItsHead(name: String) async throws {
        let upright = try photo(name)
        let turned = try #require(upright.turned(by: .halfTurn))
        await Task.yield()
        let wanted = try index(of: upright)
        await Task.yield()
        #expect(try index(of: turned) == wanted)
        #expect(wanted == (name == "gas-05.jpg" ? "04720" : "01075"))
    }

    @Test(
        "A meter on a photo that takes up two fifths of a plain wall's width is read",
        arguments: ["gas-05.jpg", "gas-10.jpg"])
    func fromAfar(name: String) async throws {
        let near = try photo(name)
        // The photo as it is on a wider wall: nothing of it is lost, only the finder sees less.
        let far = try wall(near.width * 5 / 2, near.height * 5 / 2, with: [(near, near.width, near.height * 3 / 4)])
        await Task.yield()
        #expect(try index(of: far) == (name == "gas-05.jpg" ? "04720" : "01075"))
    }

    @Test(
        "Of two meters on one photo a person decides which is meant, where the finder sees both",
        arguments: [("gas-01.jpg", "gas-02.jpg"), ("gas-04.jpg", "gas-05.jpg"), ("gas-09.jpg", "gas-10.jpg")])
    func sideBySide(left: String, right: String) async throws {
        let (one, other) = (try photo(left), try photo(right))
        let both = try wall(
            one.width + other.width, max(one.height, other.height), with: [(one, 0, 0), (other, one.width, 0)])
        await Task.yield()
        let jpeg = try #require(both.jpeg(quality: 92))
        let reading = MeterReader(model: try ReaderModel.compiledIn()).read(jpeg: jpeg, hints: MeterHints(wheels: 5))
        #expect(reading.decision == .review && reading.reasons.contains(.severalWindows), "\(reading)")
    }

    /// An even wall with photos on it, each with its left and its upper edge.
    private func wall(
        _ width: Int, _ height: Int, with photos: [(photo: CleanPhoto, left: Int, top: Int)]
    ) throws -> CleanPhoto {
        var pixels = [UInt8](repeating: 150, count: width * height * 3)
        for (photo, left, top) in photos {
            for row in 0..<photo.height {
                let from = row * photo.width * 3
                let to = ((top + row) * width + left) * 3
                pixels.replaceSubrange(to..<to + photo.width * 3, with: photo.pixels[from..<from + photo.width * 3])
            }
        }
        return try #require(CleanPhoto(width: width, height: height, pixels: pixels))
    }
}
