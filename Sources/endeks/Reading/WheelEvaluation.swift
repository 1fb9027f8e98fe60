import Foundation
import MeterVision

/// `endeks read --evaluate` of single wheels that were cut out: the wheel net alone reads them.
struct WheelEvaluation {
    let labels: [WheelLabel]
    let base: String
    let json: Bool

    func run(_ model: ReaderModel) throws(CommandFailure) {
        guard let net = model.net(named: "wheel") else {
            throw CommandFailure(
                .modelUnusable, "the model has no wheel net, so there is nothing to read single wheels with")
        }
        let runner = NetRunner(net, name: "wheel", arena: Arena())
        var score = WheelScore()
        var missing = MissingPhotos()
        for label in labels {
            let path = base + "/" + label.file
            guard FileManager.default.fileExists(atPath: path) else {
                missing.add(path)
                continue
            }
            let position = position(path, with: runner)
            score.add(label, position)
            if json { print(record(label, position)) }
        }
        if json {
            print("{\"summary\":\(score.json)}")
        } else {
            for mistake in score.mistakes { print(mistake) }
            if !score.mistakes.isEmpty { print("") }
            for line in score.lines { print(line) }
        }
        try missing.check()
    }

    /// Where the wheel in a file stands; nil where it could not be read.
    private func position(_ path: String, with runner: NetRunner) -> WheelPosition? {
        guard case .success(let bytes) = PhotoFiles.File(name: path).bytes(),
            // A wheel is smaller than any photo of a meter.
            let photo = try? JPEGDecoder.decode(bytes, leastSide: 8).photo,
            let seen = try? WheelPositions.positions(
                cells: [Quad.unit.mapCorners { Point(x: $0.x * Double(photo.width), y: $0.y * Double(photo.height)) }],
                in: photo, with: runner)
        else { return nil }
        return seen[0]
    }

    private func record(_ label: WheelLabel, _ read: WheelPosition?) -> String {
        let fields = [
            ("file", ReadRecord.text(label.file)), ("meter", ReadRecord.text(label.meter)),
            ("labelled", ReadRecord.decimal(label.position, 1)),
            ("position", read.map { ReadRecord.decimal($0.position, 2) } ?? "null"),
            ("certainty", read.map { ReadRecord.decimal($0.certainty, 4) } ?? "null"),
        ]
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
}

/// Labelled photos that are not there; the others are read all the same.
struct MissingPhotos {
    private var paths: [String] = []

    mutating func add(_ path: String) { paths.append(path) }

    /// Throws where one is missing.
    func check() throws(CommandFailure) {
        guard !paths.isEmpty else { return }
        let first = paths.prefix(3).joined(separator: ", ")
        throw CommandFailure(.noPhotoFound, "\(paths.count) labelled photos are not there: \(first)")
    }
}
