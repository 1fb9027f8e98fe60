import Billing
import Foundation
import InvoiceDocuments
import MeterVision
import Quantities
import Wording

/// Reads a subscriber's photos until one is accepted.
struct BillPhotos {
    let subscriber: SubscriberFile

    /// What an accepted photo gives to the invoice.
    struct Accepted {
        let index: Index
        let crop: JPEGImage?
    }

    /// The first photo that is accepted; each photo gets its line.
    ///
    /// - Throws: `CommandFailure` with what the customer would be told when none is.
    func firstAccepted(of files: [PhotoFiles.File], reader: MeterReader) throws(CommandFailure) -> Accepted {
        // The last index is not told: whether a lower one is a rollover is for `Billing` to say.
        let hints = MeterHints(
            wheels: subscriber.meter.wheels, decimals: subscriber.meter.decimals, serial: subscriber.meter.serial.text)
        var last: PhotoReading?
        for file in files {
            var reading = read(file, hints, reader)
            let index = index(reading)
            if reading.decision == .accept, showsAnotherMeter(reading) || index == nil {
                reading.decision = .review
                reading.reasons.insert(index == nil ? .wheelCountDiffers : .serialDiffers, at: 0)
            }
            print(line(file, reading))
            fflush(nil)
            if reading.decision == .accept, let index {
                let crop = reading.windowCropJPEG().flatMap { try? JPEGImage($0) }
                return Accepted(index: index, crop: crop)
            }
            last = reading
        }
        throw CommandFailure(
            .noPhotoAccepted, "no photo was accepted, so there is no invoice.", told: answer(to: last))
    }

    private func read(_ file: PhotoFiles.File, _ hints: MeterHints, _ reader: MeterReader) -> PhotoReading {
        switch file.bytes() {
        case .success(let bytes):
            if let hint = PhotoFiles.kindHint(bytes) { StandardError.print("endeks: \(file.name): \(hint)") }
            return reader.read(jpeg: bytes, hints: hints)
        case .failure(let problem):
            StandardError.print("endeks: \(file.name): \(problem.text)")
            return .refused(problem.reason)
        }
    }

    /// Whether a serial was read for certain, and it is not the registered one.
    private func showsAnotherMeter(_ reading: PhotoReading) -> Bool {
        guard let serial = reading.serial else { return false }
        return Self.significant(serial) != Self.significant(subscriber.meter.serial.text)
    }

    /// A serial without what plates print differently: case, points, blanks, leading zeros.
    private static func significant(_ serial: String) -> Substring {
        serial.uppercased().filter { $0.isLetter || $0.isNumber }.drop { $0 == "0" }
    }

    private func index(_ reading: PhotoReading) -> Index? {
        guard let printed = reading.index, let index = try? Index(printed: printed) else { return nil }
        return index.digits == subscriber.meter.wheels ? index : nil
    }

    private func line(_ file: PhotoFiles.File, _ reading: PhotoReading) -> String {
        let notices = reading.reasons.compactMap { ReadingAnswer.of($0.rawValue)?.notice.text(in: .english) }
        let why = reading.decision == .accept || notices.isEmpty ? "" : ": " + notices.joined(separator: ", ")
        return "\(file.name)  \(reading.index ?? "–")  \(reading.decision.rawValue)\(why)"
    }

    private func answer(to reading: PhotoReading?) -> String {
        guard let reading, reading.decision == .refuse else {
            return ReadingAnswer.waitsForPerson.text(in: subscriber.language)
        }
        return ReadingAnswer.refusal(reading.reasons.map(\.rawValue), in: subscriber.language)
    }
}
