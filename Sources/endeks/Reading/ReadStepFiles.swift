import Foundation
import MeterVision

/// `endeks read --steps`: what each step of a reading gave, a numbered file or two for each step that was reached.
struct ReadStepFiles {
    let reading: PhotoReading
    let steps: ReadingSteps

    /// Writes the files; the folder is made if it is not there.
    func write(to folder: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, bytes) in files {
                let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
                // A step that was not reached now may have been in an earlier reading.
                guard let bytes else {
                    if FileManager.default.fileExists(atPath: file.path) {
                        try FileManager.default.removeItem(at: file)
                    }
                    continue
                }
                try Data(bytes).write(to: file, options: .atomic)
            }
        } catch {
            throw CommandFailure(.outputNotWritable, "\(folder): cannot be written. Check that its parent is there.")
        }
    }

    /// The files by name, in the order of the steps; nil for a step that was not reached.
    var files: [(name: String, bytes: [UInt8]?)] {
        let pictures = StepPictures(steps: steps)
        return [
            ("01-photo.jpg", steps.decoded?.photo.jpeg(quality: 88)),
            ("02-quality.json", steps.quality.map { Self.text(quality($0)) }),
            ("03-finder.jpg", pictures.heat?.jpeg(quality: 88)),
            ("03-finder.json", steps.found.map { Self.text(finder($0)) }),
            ("04-window.jpg", pictures.window?.jpeg(quality: 92)),
            ("04-window.json", steps.choice.map { Self.text(window($0)) }),
            ("05-columns.jpg", pictures.columns?.jpeg(quality: 92)),
            ("06-wheels.jpg", pictures.wheels?.jpeg(quality: 92)),
            ("06-wheels.json", steps.line.map { Self.text(wheels($0)) }),
            ("07-serial.json", steps.plate.map { Self.text(serial($0)) }),
            ("08-decision.json", Self.text(decision)),
        ]
    }

    private static func text(_ value: StepValue) -> [UInt8] { Array((value.json() + "\n").utf8) }

    private func quality(_ quality: PhotoQuality) -> StepValue {
        .object([
            ("width", .whole(quality.size.width)), ("height", .whole(quality.size.height)),
            ("brightness", .number(quality.brightness, places: 3)), ("shadow", .number(quality.shadow, places: 3)),
            ("highlight", .number(quality.highlight, places: 3)),
            ("washedOut", .number(quality.washedOut, places: 3)),
            ("sharpness", quality.sharpness.map { .number($0, places: 3) } ?? .null),
            ("limits", .text(steps.limits?.version)),
            ("refusedFor", .texts(steps.limits.map { quality.reasons($0.refuse) }?.map(\.rawValue) ?? [])),
            ("advisedFor", .texts(steps.limits.map { quality.reasons($0.advise) }?.map(\.rawValue) ?? [])),
        ])
    }

    private func finder(_ found: FoundWindows) -> StepValue {
        .object([
            (
                "candidates",
                .list(
                    found.candidates.map {
                        .object([("heat", .number($0.heat, places: 4)), ("corners", Self.corners($0.quad))])
                    })
            )
        ])
    }

    private func window(_ choice: WindowChoice) -> StepValue {
        func seen(_ window: SeenWindow) -> StepValue {
            .object([
                ("corners", Self.corners(window.quad)), ("heat", .number(window.heat, places: 4)),
                ("legible", .number(window.legible, places: 2)), ("drift", .number(window.drift, places: 3)),
                ("display", window.display.map { .number($0, places: 2) } ?? .null),
            ])
        }
        let quality = steps.windowQuality.map { quality -> StepValue in
            .object([
                ("height", .number(quality.height, places: 1)),
                ("brightness", .number(quality.brightness, places: 3)),
                ("highlight", .number(quality.highlight, places: 3)),
                ("washedOut", .number(quality.washedOut, places: 3)),
                ("sharpness", .number(quality.sharpness, places: 3)),
                ("contrast", .number(quality.contrast, places: 3)), ("beyond", .number(quality.beyond, places: 3)),
            ])
        }
        return .object([
            ("window", seen(choice.window)), ("rival", choice.rival.map(seen) ?? .null), ("quality", quality ?? .null),
        ])
    }

    private func wheels(_ line: LineReading) -> StepValue {
        let settled = steps.settledLine ?? line
        let seen = steps.wheels ?? SeenWheels()
        let wheels = settled.digits.enumerated().map { place, digit -> StepValue in
            let position = place < seen.positions.count ? seen.positions[place] : nil
            let between = steps.halfRolled.first { $0.place == place }
            return .object([
                ("digit", .whole(digit.value)), ("isDecimal", .truth(digit.isDecimal)),
                ("confidence", .number(settled.confidences[place], places: 4)),
                ("position", position.map { .number($0.position, places: 2) } ?? .null),
                ("certainty", position.map { .number($0.certainty, places: 3) } ?? .null),
                ("between", between.map { .list([.whole($0.lower), .whole($0.upper)]) } ?? .null),
                ("settledByNeighbour", between?.settled.map { .whole($0) } ?? .null),
            ])
        }
        return .object([
            ("line", .text(line.printed)), ("settled", .text(settled.printed)),
            ("logarithm", .number(line.logarithm, places: 3)), ("agreement", .number(line.agreement, places: 3)),
            (
                "candidates",
                .list(
                    line.candidates.map {
                        .object([
                            ("line", .text(LineReading.printed($0.line))),
                            ("logarithm", .number($0.logarithm, places: 3)),
                        ])
                    })
            ), ("wheels", .list(wheels)),
        ])
    }

    private func serial(_ plate: PlateResult) -> StepValue {
        .object([
            ("serial", .text(plate.serial)), ("differs", .truth(plate.differs)),
            ("regions", .list(steps.plateRegions.map(Self.corners))),
        ])
    }

    private var decision: StepValue {
        let features = reading.features.map { features -> StepValue in
            .object(DecisionFeatures.Name.allCases.map { ($0.rawValue, .number(features[$0], places: 4)) })
        }
        return .object([
            ("index", .text(reading.index)), ("decimals", .text(reading.decimals)), ("serial", .text(reading.serial)),
            ("decision", .text(reading.decision.rawValue)), ("probability", .number(reading.probability, places: 4)),
            ("interval", reading.interval.map { .texts([$0.lower, $0.upper]) } ?? .null),
            ("reasons", .texts(reading.reasons.map(\.rawValue))), ("uses", .texts(reading.uses.map(\.code))),
            ("words", .texts(ReadWords.lines(reading))), ("features", features ?? .null),
            (
                "milliseconds",
                .object(steps.times.map { ($0.step.rawValue, .number($0.milliseconds, places: 2)) })
            ),
        ])
    }

    private static func corners(_ quad: Quad) -> StepValue {
        .list(quad.corners.map { .list([.number($0.x, places: 1), .number($0.y, places: 1)]) })
    }
}
