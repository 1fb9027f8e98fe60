import CReaderModel
import FoundationEssentials

/// The weights and the calibration of the meter reader, checked once so that running them cannot fail.
///
/// A file begins with `ENDEKSM1` and the length of its header (32 bits, little endian); the header is JSON; from the
/// next multiple of 64 bytes on stand the weights in half precision.
public struct ReaderModel: Sendable {
    /// The version that the file names.
    public let version: String

    /// Finds the window in the whole photo.
    let finder: Net
    /// Corrects the window's corners and tells whether it is legible.
    let refiner: Net
    /// Reads the wheels as a line of digits.
    let reader: Net
    /// Tells where a single wheel stands; an older model may have none.
    let wheel: Net?
    /// Finds rows of digits on a plate; an older model may have none.
    let plate: Net?
    /// Reads such a row; an older model may have none.
    let print: Net?
    /// How the nets are used.
    package let calibration: Calibration

    private struct Header: Decodable {
        var version: String
        var nets: [String: NetDescription]
        var calibration: Calibration?
    }

    private static let mark = Array("ENDEKSM1".utf8)
    private static let longestHeader = 4 << 20

    /// The model of this file's bytes; throws when they are no model, or one that this reader cannot run.
    public init(bytes: [UInt8]) throws(ReaderModelError) {
        guard bytes.count >= 12, bytes.starts(with: Self.mark) else { throw .notAModel }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
        guard length <= Self.longestHeader, length <= bytes.count - 12 else { throw .notAModel }
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(bytes[12..<12 + length]))
        } catch {
            throw .header(Self.problem(error))
        }
        let start = min((12 + length + 63) / 64 * 64, bytes.count)
        let weights = HalfFloats(bytes[start...])
        func net(_ name: String) throws(ReaderModelError) -> Net? {
            guard let description = header.nets[name] else { return nil }
            return try Net(description, name: name, weights: weights)
        }
        func needed(_ name: String) throws(ReaderModelError) -> Net {
            guard let net = try net(name) else { throw .netMissing(name) }
            return net
        }
        version = header.version
        finder = try needed("finder")
        refiner = try needed("refiner")
        reader = try needed("reader")
        wheel = try net("wheel")
        plate = try net("plate")
        print = try net("print")
        calibration = header.calibration ?? Calibration()
        try checkShapes()
    }

    /// The model that is compiled in; throws when there is none.
    public static func compiledIn() throws(ReaderModelError) -> ReaderModel {
        // The placeholder of a clone without weights is shorter than any header.
        guard endeks_reader_model_size() > 64, let start = endeks_reader_model_bytes() else { throw .noneCompiledIn }
        let bytes = Array(UnsafeBufferPointer(start: start, count: endeks_reader_model_size()))
        return try ReaderModel(bytes: bytes)
    }

    /// The net of that name; nil if the model has none.
    package func net(named name: String) -> Net? {
        switch name {
        case "finder": finder
        case "refiner": refiner
        case "reader": reader
        case "wheel": wheel
        case "plate": plate
        case "print": print
        default: nil
        }
    }

    /// Lays each net out for its input and compares what comes out with what the reader takes.
    private func checkShapes() throws(ReaderModelError) {
        func results(_ net: Net, _ name: String, _ input: Shape) throws(ReaderModelError) -> [Shape] {
            let plan = try NetPlan(net, name: name, input: input)
            return plan.outputs.map { plan.shapes[$0] }
        }
        let side = WindowFinder.longSide
        for height in [side, side / 2] {
            let found = try results(finder, "finder", Shape(channels: 3, height: height, width: side))
            guard found.count == 2, found[0].channels == 1, found[1].channels == 8,
                found.allSatisfy({ $0.height == height / 8 && $0.width == side / 8 })
            else { throw .output(net: "finder", problem: "heat 1 and corners 8 at stride 8 are needed") }
        }
        let refined = try results(
            refiner, "refiner", Shape(channels: 3, height: WindowRefiner.height, width: WindowRefiner.width))
        // An older model does not tell displays.
        guard (2...3).contains(refined.count), refined[0].count == 8, refined.dropFirst().allSatisfy({ $0.count == 1 })
        else {
            throw .output(net: "refiner", problem: "8 coordinates, 1 legibility and perhaps 1 display are needed")
        }
        let lines = try results(
            reader, "reader", Shape(channels: 3, height: LineReader.height, width: LineReader.width))
        guard lines.count == 1, lines[0].channels == LineReader.classes, lines[0].height == 1,
            (8...512).contains(lines[0].width)
        else { throw .output(net: "reader", problem: "22 classes in one row of columns are needed") }
        if let wheel {
            let positions = try results(
                wheel, "wheel", Shape(channels: 1, height: WheelPositions.height, width: WheelPositions.width))
            guard positions.count == 1, positions[0].count == 100 else {
                throw .output(net: "wheel", problem: "100 positions are needed")
            }
        }
        try checkPrint(results)
    }

    /// The same for the nets of plain print.
    private func checkPrint(_ results: (Net, String, Shape) throws(ReaderModelError) -> [Shape])
        throws(ReaderModelError)
    {
        if let plate {
            let (width, height) = (PlateStrip.width, PlateStrip.width / 4)
            let found = try results(plate, "plate", Shape(channels: 1, height: height, width: width))
            guard found.count == 2, found[0].channels == 1, found[1].channels == 2,
                found.allSatisfy({ $0.height == height / DigitRows.cell && $0.width == width / DigitRows.cell })
            else { throw .output(net: "plate", problem: "heat 1 and place 2 at stride 4 are needed") }
        }
        guard let print else { return }
        for width in PrintReader.widths {
            let lines = try results(print, "print", Shape(channels: 1, height: PrintReader.height, width: width))
            guard lines.count == 1, lines[0].channels == PrintColumns.symbols, lines[0].height == 1,
                (8...512).contains(lines[0].width)
            else { throw .output(net: "print", problem: "12 symbols in one row of columns are needed") }
        }
    }

    private static func problem(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        func place(_ context: DecodingError.Context, _ last: String? = nil) -> String {
            (context.codingPath.map(\.stringValue) + (last.map { [$0] } ?? [])).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "'\(place(context, key.stringValue))' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "'\(place(context))' is of another kind than expected"
        case .dataCorrupted(let context): "\(place(context)): \(context.debugDescription)"
        @unknown default: "it is no JSON of the expected form"
        }
    }
}

extension ReaderModel: CustomStringConvertible {
    /// The version, and not the weights.
    public var description: String { "reader model \(version)" }
}
