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
        let (width, height) = (near.width * 5 / 2, near.height * 5 / 2)
        var pixels = [UInt8](repeating: 150, count: width * height * 3)
        let (left, top) = (near.width, near.height * 3 / 4)
        for row in 0..<near.height {
            let from = row * near.width * 3
            let to = ((top + row) * width + left) * 3
            pixels.replaceSubrange(to..<to + near.width * 3, with: near.pixels[from..<from + near.width * 3])
        }
        await Task.yield()
        let far = try #require(CleanPhoto(width: width, height: height, pixels: pixels))
        #expect(try index(of: far) == (name == "gas-05.jpg" ? "04720" : "01075"))
    }
}
