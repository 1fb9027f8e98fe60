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
        plate = PlateReader(
            list: serials, plate: model.plate.map { NetRunner($0, name: "plate", arena: arena) },
            print: model.print.map { NetRunner($0, name: "print", arena: arena) })
    }

    /// What the photo says.
    ///
    /// Never throws: bytes that are no photo give a refusal with its reason.
    public func read(jpeg: [UInt8], hints: MeterHints) -> PhotoReading {
        var steps: ReadingSteps?
        return read(jpeg, hints, &steps)
    }

    /// What the photo says, and what each step on the way gave.
    public func readInSteps(jpeg: [UInt8], hints: MeterHints) -> (reading: PhotoReading, steps: ReadingSteps) {
        var steps: ReadingSteps? = ReadingSteps()
        let reading = read(jpeg, hints, &steps)
        return (reading, steps ?? ReadingSteps())
    }

    private func read(_ jpeg: [UInt8], _ hints: MeterHints, _ steps: inout ReadingSteps?) -> PhotoReading {
        let clock = ContinuousClock()
        let start = clock.now
        var reading = readUntimed(jpeg, hints, &steps)
        reading.milliseconds = (clock.now - start).milliseconds
        return reading
    }

    private func readUntimed(_ jpeg: [UInt8], _ hints: MeterHints, _ steps: inout ReadingSteps?) -> PhotoReading {
        let decoded: DecodedPhoto
        do { decoded = try JPEGDecoder.decode(jpeg) } catch { return .refused(error.reason) }
        steps?.decoded = decoded
        steps?.end(.decode)
        do {
            let reading = try read(decoded, HintedMeter(hints), &steps)
            steps?.end(.decision)
            return reading
        } catch {
            // Only an input size that a net was not made for ends here: a photo of an odd shape.
            var refused = PhotoReading.refused(.noWindow)
            refused.size = decoded.size
            refused.photo = decoded.photo
            return refused
        }
    }

    /// The steps, one after the other; each takes values and gives one, and what is not reached stays open in the draft.
    private func read(_ decoded: DecodedPhoto, _ meter: HintedMeter, _ steps: inout ReadingSteps?)
        throws(ReaderModelError) -> PhotoReading
    {
        let (photo, calibration) = (decoded.photo, model.calibration)
        var draft = ReadingDraft(decoded, meter, calibration)

        let quality = PhotoQuality(of: photo)
        draft.quality = quality
        steps?.quality = quality
        steps?.limits = calibration.quality
        steps?.end(.quality)
        // Where nothing can be seen, nothing is looked for.
        guard quality.reasons(calibration.quality.refuse).isEmpty else { return draft.reading }

        let found = try SecondLook.nearer(
            try WindowFinder.windows(in: photo, with: finder), in: photo, with: finder)
        steps?.found = found
        steps?.end(.finder)

        let chosen = try WindowChoice.choose(found.candidates, in: photo, with: refiner, by: calibration)
        guard var choice = chosen, choice.window.heat >= calibration.leastHeat else { return draft.reading }
        let upright = try UpDirection.settled(
            choice.window, in: photo, by: calibration, refiner: refiner, reader: reader)
        choice.window = upright.window
        draft.choice = choice
        draft.windowQuality = WindowQuality(of: choice.window.quad, in: photo)
        steps?.choice = choice
        steps?.windowQuality = draft.windowQuality
        steps?.end(.window)

        if !choice.window.isDisplay, let line = try line(in: upright, photo, meter.hints, &steps) {
            draft.take(line.settled, line.wheels, between: line.halfRolled, preferredBy: line.use)
        }
        steps?.end(.carry)

        // A refused index is asked for again whatever the plate says.
        if draft.reading.decision != .refuse {
            draft.plate = try plate.serial(around: choice.window.quad, in: photo, registered: meter.hints.serial)
            steps?.plate = draft.plate
            steps?.plateRegions = PlateStrip.regions(around: choice.window.quad)
            steps?.end(.serial)
        }
        return draft.reading
    }

    /// A line of digits after the carry rule and what is known of the meter have settled what they can.
    private struct SettledLine {
        var settled: LineReading
        var wheels: SeenWheels
        var halfRolled: [HalfRolledWheel]
        var use: HintUse?
    }

    /// The line of digits in a window; nil where it shows none.
    private func line(in upright: UprightWindow, _ photo: CleanPhoto, _ hints: MeterHints, _ steps: inout ReadingSteps?)
        throws(ReaderModelError) -> SettledLine?
    {
        let window = upright.window.quad
        let looks = try LineReader.looks(
            at: window, in: photo, first: upright.look, knowingWheels: hints.wheels != nil, by: model.calibration,
            with: reader)
        steps?.columns = looks?.first
        steps?.end(.columns)
        guard let looks, let jitter = model.calibration.jitters.first,
            let line = LineReading(looks.all, shape: LineShape(wheels: hints.wheels, decimals: hints.decimals))
        else { return nil }
        steps?.line = line
        steps?.end(.line)

        let wheels = try WheelReader.wheels(
            of: line, in: looks.first, window: window, jitter: jitter, photo, with: wheel)
        steps?.wheels = wheels
        steps?.end(.wheels)

        let halfRolled = HalfRolled.wheels(
            of: line, at: wheels.positions, lastRollsOn: hints.decimals == 0)
        let carried = HalfRolled.settled(line, halfRolled)
        let preferred = HintedMeter(hints).preferred(to: carried, halfRolled)
        let settled = preferred?.line ?? carried
        steps?.halfRolled = halfRolled
        steps?.settledLine = settled
        return SettledLine(settled: settled, wheels: wheels, halfRolled: halfRolled, use: preferred?.use)
    }
}

extension Duration {
    /// The duration in milliseconds.
    package var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}
