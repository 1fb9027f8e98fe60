import Billing
import Foundation
import InvoiceDocuments
import MeterVision
import Quantities
import Wording

/// Reads a subscriber's photos until one is accepted.
struct BillPhotos {
    let subscriber: SubscriberFile

    /// A photo as it was read, after what is known of the subscriber was held against it.
    struct Judged {
        let reading: PhotoReading
        /// The index that is billed; nil where the photo was not accepted.
        let acceptedIndex: Index?

        /// The counter window, for the invoice.
        var crop: JPEGImage? { reading.windowCropJPEG().flatMap { try? JPEGImage($0) } }
    }

    /// The first photo that is accepted; each photo gets its line.
    ///
    /// - Throws: `CommandFailure` with what the customer would be told when none is.
    func firstAccepted(
        of files: [PhotoFiles.File], reader: MeterReader
    ) throws(CommandFailure) -> (index: Index, crop: JPEGImage?) {
        var last: PhotoReading?
        var hasPhoto = false
        for file in files {
            let photo = judged(file, reader: reader)
            print(line(file, photo.reading))
            fflush(nil)
            if let index = photo.acceptedIndex { return (index, photo.crop) }
            last = photo.reading
            // A photo that could be opened has its size.
            hasPhoto = hasPhoto || photo.reading.size != nil
        }
        throw CommandFailure(
            hasPhoto ? .noPhotoAccepted : .photoUnreadable,
            hasPhoto
                ? "no photo was accepted, so there is no invoice."
                : "no file could be opened as a photo, so there is no invoice. Give a JPEG as the phone took it.",
            told: Self.answer(to: last, in: subscriber.language))
    }

    /// What a photo says of this subscriber's meter.
    ///
    /// A reading of another meter, or of another number of wheels, is never accepted.
    func judged(_ file: PhotoFiles.File, reader: MeterReader) -> Judged {
        // The last index is not told: whether a lower one is a rollover is for `Billing` to say.
        let hints = MeterHints(
            wheels: subscriber.meter.wheels, decimals: subscriber.meter.decimals, serial: subscriber.meter.serial?.text)
        var reading = read(file, hints, reader)
        let index = index(reading)
        if reading.decision == .accept, showsAnotherMeter(reading) || index == nil {
            reading.decision = .review
            reading.reasons.insert(index == nil ? .wheelCountDiffers : .serialDiffers, at: 0)
        }
        return Judged(reading: reading, acceptedIndex: reading.decision == .accept ? index : nil)
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
        guard let serial = reading.serial, let registered = subscriber.meter.serial else { return false }
        return Self.significant(serial) != Self.significant(registered.text)
    }

    /// A serial without what plates print differently and the reader leaves out: letters, points, blanks, leading zeros.
    private static func significant(_ serial: String) -> Substring {
        serial.filter { ("0"..."9").contains($0) }.drop { $0 == "0" }
    }

    private func index(_ reading: PhotoReading) -> Index? {
        guard let printed = reading.index, let index = try? Index(printed: printed) else { return nil }
        return index.digits == subscriber.meter.wheels ? index : nil
    }

    private func line(_ file: PhotoFiles.File, _ reading: PhotoReading) -> String {
        let notices = reading.reasons.compactMap { ReadingAnswer.of($0.rawValue)?.notice.text(in: .english) }
        let why = notices.isEmpty ? "" : ": " + notices.joined(separator: ", ")
        return "\(file.name)  \(reading.index ?? "–")  \(reading.decision.rawValue)\(why)"
    }

    /// What the customer would be told of a photo that makes no invoice.
    static func answer(to reading: PhotoReading?, in language: Language) -> String {
        guard let reading, reading.decision == .refuse else { return ReadingAnswer.waitsForPerson.text(in: language) }
        return ReadingAnswer.refusal(reading.reasons.map(\.rawValue), in: language)
    }
}
