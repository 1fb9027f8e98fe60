import Foundation
import MeterVision
import Testing

/// Until the first training is delivered a clone has no weights; from then on a missing vector file fails.
private let shippedModelIsThere = (try? ReaderModel.compiledIn()) != nil

/// The model that is compiled in, against what its training wrote down about it.
@Suite("Shipped model", .enabled(if: shippedModelIsThere))
struct ShippedModelTests {
    private struct Vectors: Decodable {
        struct Output: Decodable {
            var sum: Double
            var squares: Double
            var count: Int
            var first: [Float]
        }
        struct Net: Decodable {
            var net: String
            var shape: [Int]
            var outputs: [Output]
        }
        var model: String
        var nets: [Net]
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test("Each net gives what torch gave with the same weights")
    func torch() throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("Golden/nets.json"))
        let vectors = try JSONDecoder().decode(Vectors.self, from: data)
        let model = try ReaderModel.compiledIn()
        #expect(vectors.model == model.version)
        #expect(Set(vectors.nets.map(\.net)) == ["finder", "refiner", "reader", "wheel", "plate", "print"])
        for vector in vectors.nets {
            let net = try #require(model.net(named: vector.net))
            var input = Planes(channels: vector.shape[0], width: vector.shape[2], height: vector.shape[1])
            for at in input.values.indices { input.values[at] = Float(at * 7919 % 1009) / 504.5 - 1 }
            let results = try NetRunner(net, name: vector.net, arena: Arena()).run(input)
            #expect(results.count == vector.outputs.count)
            for (result, expected) in zip(results, vector.outputs) {
                #expect(result.values.count == expected.count)
                // Sums in another order differ in the last bits; a wrong tap would differ in the first.
                let scale = Float((expected.squares / Double(expected.count)).squareRoot())
                for (value, wanted) in zip(result.values, expected.first) {
                    #expect(abs(value - wanted) < 1e-3 * max(scale, 1), "\(vector.net)")
                }
                let squares = result.values.reduce(0.0) { $0 + Double($1) * Double($1) }
                #expect(abs(squares - expected.squares) < 1e-3 * max(expected.squares, 1))
                let sum = result.values.reduce(0.0) { $0 + Double($1) }
                #expect(abs(sum - expected.sum) < 1e-3 * Double(max(scale, 1)) * Double(expected.count))
            }
        }
    }

    @Test("A photo reads alike in all eight orientations of EXIF", arguments: ["gas-01.jpg", "gas-04.jpg"])
    func orientations(name: String) throws {
        let images = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Images/photos")
        let upright = try JPEGDecoder.decode(Array(Data(contentsOf: images.appendingPathComponent(name)))).photo
        let reader = MeterReader(model: try ReaderModel.compiledIn())
        let hints = MeterHints(wheels: 5)
        let expected = reader.read(jpeg: try #require(upright.jpeg(quality: 97)), hints: hints)
        let window = try #require(expected.window)
        for orientation in Orientation.allCases {
            let inverse: Orientation =
                switch orientation {
                case .quarterTurn: .threeQuarterTurn
                case .threeQuarterTurn: .quarterTurn
                default: orientation
                }
            let stored = try #require(upright.turned(by: inverse)?.jpeg(quality: 97))
            let tagged = PhotoTests.inserting(PhotoTests.exif(orientation.rawValue, bigEndian: true), into: stored)
            let reading = reader.read(jpeg: tagged, hints: hints)
            #expect(reading.index == expected.index)
            #expect(reading.decision == expected.decision)
            #expect(reading.size == expected.size)
            let found = try #require(reading.window)
            #expect(found.bounds.intersectionOverUnion(window.bounds) > 0.95)
        }
    }
}
