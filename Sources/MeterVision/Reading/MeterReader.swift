/// Reads the counters of meter photos.
///
/// It keeps its buffers and its plate reader between photos, so one reader serves one thread at a time; it is not
/// `Sendable`. The same photo and the same hints give the same reading, but for the milliseconds.
public final class MeterReader {
    /// The model that it reads with.
    public let model: ReaderModel

    private let finder, refiner, reader: NetRunner
    private let wheel: NetRunner?
    private let plate: PlateReader

    /// A reader with that model, and with the serials of all meters where they are known.
    public init(model: ReaderModel, serials: SerialList? = nil) {
        self.model = model
        let arena = Arena()
        finder = NetRunner(model.finder, name: "finder", arena: arena)
        refiner = NetRunner(model.refiner, name: "refiner", arena: arena)
        reader = NetRunner(model.reader, name: "reader", arena: arena)
        wheel = model.wheel.map { NetRunner($0, name: "wheel", arena: arena) }
        plate = PlateReader(list: serials)
    }

    /// What the photo says.
    ///
    /// Never throws: bytes that are no photo give a refusal with its reason.
    public func read(jpeg: [UInt8], hints: MeterHints) -> PhotoReading {
        let clock = ContinuousClock()
        let start = clock.now
        var reading = readUntimed(jpeg, hints)
        reading.milliseconds = (clock.now - start).milliseconds
        return reading
    }

    private func readUntimed(_ jpeg: [UInt8], _ hints: MeterHints) -> PhotoReading {
        let decoded: DecodedPhoto
        do { decoded = try JPEGDecoder.decode(jpeg) } catch { return .refused(error.reason) }
        do {
            return try read(decoded, hints)
        } catch {
            // Only an input size that a net was not made for ends here: a photo of an odd shape.
            var refused = PhotoReading.refused(.noWindow)
            refused.size = decoded.size
            refused.photo = decoded.photo
            return refused
        }
    }

    private func read(_ decoded: DecodedPhoto, _ hints: MeterHints) throws(ReaderModelError) -> PhotoReading {
        let photo = decoded.photo
        var draft = ReadingDraft(decoded, hints, model.calibration)
        let candidates = try WindowFinder.candidates(in: photo, with: finder)
        guard let (window, rival) = try chosen(candidates, in: photo), window.heat >= model.calibration.leastHeat else {
            return draft.reading
        }
        draft.take(window, rival: rival)
        // With a known wheel count the colour is a hint; without one it alone tells where the decimals begin.
        let lent = hints.wheels == nil ? 0 : model.calibration.colourLent
        var looks: [DigitColumns] = []
        var first: DigitColumns?
        for jitter in model.calibration.jitters {
            guard let columns = try LineReader.columns(of: window.quad, in: photo, jitter: jitter, with: reader) else {
                continue
            }
            if first == nil { first = columns }
            looks.append(columns.lendingColour(lent))
        }
        if let first, let line = LineReading(looks, shape: LineShape(wheels: hints.wheels, decimals: hints.decimals)) {
            let wheels = try wheels(of: line, in: first, window: window.quad, photo)
            draft.take(line, wheels)
        }
        // A refused index is asked for again whatever the plate says; Tesseract is the dearest step.
        if draft.reading.decision != .refuse {
            draft.take(plate.serial(around: window.quad, in: photo, registered: hints.serial))
        }
        return draft.reading
    }

    /// The cell of each digit, and where the wheel in it stands by itself.
    ///
    /// Of the ways in which the cells may lie on the wheels that one is taken in which the wheel net is surest, whatever
    /// it reads there: a cell across two wheels shows neither.
    private func wheels(of line: LineReading, in columns: DigitColumns, window: Quad, _ photo: CleanPhoto)
        throws(ReaderModelError) -> SeenWheels
    {
        guard let jitter = model.calibration.jitters.first,
            let middles = LineProbability.middles(of: line.digits, in: columns)
        else { return SeenWheels() }
        let places = middles.map { LineReader.place(ofColumn: $0, of: columns.count, jitter: jitter) }
        func seen(_ shift: Double) throws(ReaderModelError) -> SeenWheels {
            let cells = DigitPlaces.cells(middles: places, shift: shift)
            var seen = SeenWheels()
            seen.cells = cells.compactMap { window.columns(from: $0.left, to: $0.right) }
            if let first = cells.first { seen.roomBefore = first.left / max(first.right - first.left, 0.01) }
            if let wheel { seen.positions = try WheelPositions.positions(cells: seen.cells, in: photo, with: wheel) }
            return seen
        }
        var best = try seen(0)
        guard wheel != nil else { return best }
        for shift in [0.15, 0.3, 0.45, -0.15] {
            let other = try seen(shift)
            if other.certainty > best.certainty { best = other }
        }
        return best
    }

    /// The window to read among those found, refined; and another one that is as good, if there is one.
    private func chosen(_ candidates: [WindowCandidate], in photo: CleanPhoto)
        throws(ReaderModelError) -> (SeenWindow, rival: SeenWindow?)?
    {
        var seen: [SeenWindow] = []
        for candidate in candidates where candidate.heat >= model.calibration.leastHeat {
            var window = SeenWindow(quad: candidate.quad, heat: candidate.heat, legible: 0)
            for _ in 0..<model.calibration.refinePasses {
                guard let refined = try WindowRefiner.refine(window.quad, in: photo, with: refiner) else { break }
                window.drift = refined.quad.largestMove(from: window.quad) / max(window.quad.meanHeight, 1)
                window.quad = refined.quad
                window.legible = refined.legible
            }
            seen.append(window)
        }
        guard let first = seen.first else { return nil }
        guard seen.count > 1 else { return (first, nil) }
        // Two peaks on one window run together once refined.
        if first.quad.bounds.intersectionOverUnion(seen[1].quad.bounds) > 0.3 { return (first, nil) }
        // A second counter counts as such when it is nearly as sure and can be read as well.
        let second = seen[1]
        if first.legible < 0, second.legible > 0 { return (second, nil) }
        let isRival = second.heat > 0.7 * first.heat && second.heat > 0.5 && second.legible > 0
        return (first, isRival ? second : nil)
    }
}

/// The wheels of a line, each by itself.
struct SeenWheels: Hashable, Sendable {
    /// Where each lies, in pixels of the decoded photo.
    var cells: [Quad] = []
    /// Where each stands, as far as that was told.
    var positions: [WheelPosition?] = []
    /// How many wheels more would fit between the window's left edge and the first one.
    var roomBefore = 0.0

    /// The certainties of all positions together.
    var certainty: Double { positions.reduce(0) { $0 + ($1?.certainty ?? 0) } }
}

/// A window in a photo, as far as it was looked at.
struct SeenWindow: Hashable, Sendable {
    /// Its corners, in pixels of the decoded photo.
    var quad: Quad
    /// How sure the finder is.
    var heat: Double
    /// How legible it is (a logit).
    var legible: Double
    /// How far a corner moved when it was last refined, in window heights.
    var drift = 0.0
}

extension Duration {
    /// The duration in milliseconds.
    package var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}
