import MeterVision

/// The wheel net alone, to be measured against: a labelled window is cut into equal slices, and each is read by itself.
///
/// It is given what the line must find by itself (the window) and chooses the number of red wheels, where the label does
/// not say it, so that the net is surest. It knows no doubt, so it accepts nothing.
final class DigitReader {
    private let wheel: NetRunner

    /// The digit reader of this model; throws where it has no wheel net.
    init(_ model: ReaderModel) throws(CommandFailure) {
        guard let net = model.net(named: "wheel") else {
            throw CommandFailure(
                .modelUnusable, "the model has no wheel net, so there is nothing to read single digits with")
        }
        wheel = NetRunner(net, name: "wheel", arena: Arena())
    }

    /// What the slices of the labelled window show.
    func read(jpeg: [UInt8], _ label: ReadLabel) -> PhotoReading {
        let clock = ContinuousClock()
        let start = clock.now
        var reading = untimed(jpeg, label)
        reading.milliseconds = (clock.now - start).milliseconds
        return reading
    }

    private func untimed(_ jpeg: [UInt8], _ label: ReadLabel) -> PhotoReading {
        let decoded: DecodedPhoto
        do { decoded = try JPEGDecoder.decode(jpeg) } catch { return .refused(error.reason) }
        guard let box = label.window, let black = label.index?.count else { return .refused(.noWindow) }
        let (photo, size) = (decoded.photo, decoded.size)
        let (across, down) = (
            Double(photo.width) / Double(size.width), Double(photo.height) / Double(size.height)
        )
        let window = Quad(
            topLeft: Point(x: box.left, y: box.top), topRight: Point(x: box.right, y: box.top),
            bottomRight: Point(x: box.right, y: box.bottom), bottomLeft: Point(x: box.left, y: box.bottom))
        let scaled = window.mapCorners { Point(x: $0.x * across, y: $0.y * down) }
        var best: (positions: [WheelPosition], certainty: Double)?
        for red in label.redWheels.map({ $0...$0 }) ?? label.decimals.count...max(label.decimals.count, 3) {
            guard let positions = positions(in: scaled, slices: black + red, of: photo) else { continue }
            let certainty = positions.reduce(0) { $0 + $1.certainty } / Double(positions.count)
            if certainty > best?.certainty ?? -1 { best = (positions, certainty) }
        }
        guard let best else { return .refused(.windowNotLegible) }
        let digits = CarryRule.settle(best.positions.map(\.position)).map { String($0.value) }
        return PhotoReading(
            index: digits.prefix(black).joined(),
            decimals: digits.count > black ? digits.dropFirst(black).joined() : nil, serial: nil, decision: .review,
            probability: best.certainty, digits: [], window: window, reasons: [], milliseconds: 0, size: size,
            photo: photo)
    }

    /// Where the wheel in each of so many equal slices stands; nil where one of them is none.
    private func positions(in window: Quad, slices: Int, of photo: CleanPhoto) -> [WheelPosition]? {
        let cells = (0..<slices).compactMap { slice in
            window.columns(from: Double(slice) / Double(slices), to: Double(slice + 1) / Double(slices))
        }
        guard cells.count == slices, slices > 0,
            let seen = try? WheelPositions.positions(cells: cells, in: photo, with: wheel)
        else { return nil }
        let positions = seen.compactMap { $0 }
        return positions.count == slices ? positions : nil
    }
}
