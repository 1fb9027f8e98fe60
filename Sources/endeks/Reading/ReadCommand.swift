import ArgumentParser
import Foundation
import Intake
import MeterVision

/// The command `endeks read`.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read the counters of meter photos.",
        discussion: """
            PHOTO is a JPEG, a folder (its *.jpg and *.jpeg, not those of its subfolders), or - for one JPEG on \
            standard input. Each photo gets its line, in the order given; one that cannot be read is a refusal with \
            its reason, and the others are still read. Coordinates are those of the upright photo, after EXIF.

            --json prints an object a line: file, index (black digits as printed), decimals (red ones), serial, \
            serialWay (print, itf, code-128, code-39 or data-matrix), serialText (all that was seen), serialListed (the \
            registered serial that it matches) and serialDistance (0 where the print alone says that one too, else the \
            logarithm of how many times likelier another number is), \
            decision (accept, review or refuse), probability, digits (value, position, confidence, box), window, \
            reasons, interval (lower and upper index, where the wheels leave open which holds), uses (what was known of \
            the meter and changed anything), milliseconds.

            --steps FOLDER writes what each step gave: 01-photo.jpg as decoded, 02-quality.json, 03-finder (heat map and \
            candidates), 04-window straightened, 05-columns.jpg, 06-wheels, 07-serial.json, 08-decision.json. A step \
            that was not reached has no file.

            --evaluate LABELS.csv reads the photos that it names (columns file, reading, and perhaps decimals, red, \
            serial, window; a reading may be 'unreadable') from the folder given, or from its own, and prints each \
            mistake and how many windows, indexes, decimals, accepts and serials were right, with exact 95 % intervals, \
            the times, the peak memory, and how often it was right by how sure it said it was. Each photo is told the \
            number of wheels that its label has (--known tells more, or nothing). With --folds and --weights each photo \
            is read by the weights that never saw its fold. A table with the columns file, meter and position is one of \
            single wheels that were cut out: the wheel net alone reads them. With --json the summary is a last object \
            with the one key 'summary'.

            \(EndeksExit.table([.done, .failed, .modelUnusable, .noPhotoFound, .outputNotWritable, .usage]))
            """)

    @Argument(help: "A JPEG, a folder, or - for standard input.")
    var photos: [String] = []

    @Flag(help: "Print an object a line instead of a table.")
    var json = false

    @Option(help: "How many black wheels the meter has, 1 to 9.")
    var wheels: Int?

    @Option(help: "How many red wheels the meter has, 0 to 4.")
    var decimals: Int?

    @Option(help: "The meter's registered serial number.")
    var serial: String?

    @Option(
        help: ArgumentHelp(
            "The serials of all meters, one a line or a CSV table with a column 'serial'; a serial that was read is "
                + "looked up there.", valueName: "file"))
    var serials: String?

    @Option(help: "The last index that was billed.")
    var last: Int?

    @Option(
        help: ArgumentHelp(
            "Where the index is expected, such as 1240-1300; past zero of five wheels 99900-100200.",
            valueName: "from-through"), transform: { try Self.expected($0) })
    var expected: ExpectedIndex?

    @Option(help: ArgumentHelp("Draw what was seen in the one photo into this SVG.", valueName: "file.svg"))
    var overlay: String?

    @Option(help: ArgumentHelp("Write what each step gave for the one photo into this folder.", valueName: "folder"))
    var steps: String?

    @Option(help: ArgumentHelp("Read with this model instead of the one compiled in.", valueName: "file"))
    var model: String?

    @OptionGroup(title: "Evaluation") var evaluation: EvaluationOptions

    @Option(
        help: ArgumentHelp(
            "Write what each decision was taken from, for tools/training's calibration.", valueName: "file.csv"))
    var features: String?

    func validate() throws {
        if let wheels, !(1...9).contains(wheels) { throw ValidationError("--wheels must be 1 to 9.") }
        if let decimals, !(0...4).contains(decimals) { throw ValidationError("--decimals must be 0 to 4.") }
        if let last, last < 0 { throw ValidationError("--last must not be negative.") }
        if let serial, !serial.contains(where: \.isNumber) {
            throw ValidationError("--serial '\(serial)' holds no digit.")
        }
        if evaluation.evaluate == nil, photos.isEmpty {
            throw ValidationError("Name at least one photo or folder, or - .")
        }
        if evaluation.evaluate != nil {
            guard photos.count <= 1, photos != ["-"] else {
                throw ValidationError("--evaluate takes one folder, the one that the labelled photos lie in.")
            }
            guard overlay == nil, steps == nil, wheels == nil, decimals == nil, serial == nil, last == nil,
                expected == nil
            else {
                throw ValidationError("--evaluate takes what is known of a meter from its label, and draws nothing.")
            }
            guard model == nil || evaluation.weights == nil else {
                throw ValidationError("--model and --weights both say what to read with. Give one of them.")
            }
        }
    }

    private static func expected(_ text: String) throws -> ExpectedIndex {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let from = ends[0], let through = ends[1],
            let expected = ExpectedIndex(from: from, through: through)
        else { throw ValidationError("'\(text)' is no pair of indices such as 1240-1300, the lower one first.") }
        return expected
    }

    func run() throws {
        do {
            try read()
        } catch let failure as CommandFailure {
            StandardError.print("endeks: \(failure.message)")
            throw failure.exit.code
        }
    }

    private func read() throws {
        ReadingMemory.returnLargeBlocks()
        let list = try ReadSerials.load(serials)
        var table = ReadFeatures(hasFolds: evaluation.folds != nil)
        if let labels = evaluation.evaluate {
            try ReadEvaluation(
                labels: labels, folder: photos.first, options: evaluation, json: json, serials: list
            ).run(model, &table)
            if let features { try table.write(to: features) }
            return
        }
        let reader = MeterReader(model: try ReadModel.load(model), serials: list)
        let found = PhotoFiles.find(photos)
        for (option, value) in [("--overlay draws", overlay), ("--steps shows", steps)]
        where value != nil && found.files.count != 1 {
            throw CommandFailure(
                .usage, "\(option) one photo, and \(found.files.count) were given. Name one, or leave it out.")
        }
        let hints = MeterHints(
            wheels: wheels, decimals: decimals, serial: serial, lastIndex: last, expected: expected)
        for file in found.files {
            let (reading, seen) = read(file, hints, reader)
            table.add(file.name, reading)
            print(json ? ReadRecord(file: file.name, reading: reading).json : ReadTable.line(file.name, reading))
            fflush(nil)
            if let overlay { try ReadOverlay(reading, seen, named: file.name).write(to: overlay) }
            if let steps { try ReadStepFiles(reading: reading, steps: seen).write(to: steps) }
        }
        if let features { try table.write(to: features) }
        for problem in found.problems { StandardError.print("endeks: \(problem)") }
        if !found.problems.isEmpty { throw EndeksExit.noPhotoFound.code }
    }

    private func read(_ file: PhotoFiles.File, _ hints: MeterHints, _ reader: MeterReader)
        -> (reading: PhotoReading, steps: ReadingSteps)
    {
        switch file.bytes() {
        case .success(let bytes):
            if !json, let hint = PhotoFiles.kindHint(bytes) { StandardError.print("endeks: \(file.name): \(hint)") }
            guard overlay != nil || steps != nil else {
                return (reader.read(jpeg: bytes, hints: hints), ReadingSteps())
            }
            return reader.readInSteps(jpeg: bytes, hints: hints)
        case .failure(let problem):
            StandardError.print("endeks: \(file.name): \(problem.text)")
            return (.refused(problem.reason), ReadingSteps())
        }
    }
}
