internal import Accounts
internal import MeterVision
package import Storage

/// Hands out reviewed photos to train the reader on: crops of windows with what staff read there, and nobody's data.
///
/// It opens the pictures that a worker cleaned, never a customer's own file. The audit log has an entry before the first
/// crop is written and one when all are.
package struct TrainingExport: Sendable {
    private let store: Store
    private let blobs: BlobStore
    private let now: TimeSource

    /// What was handed out.
    package struct Report: Hashable, Sendable {
        /// The name by which the audit log knows the export.
        package let export: String
        package let photos, readable, meters: Int
        package let omitted: [TrainingOmission: Int]
    }

    /// Where the files go; it throws what it likes, and the export ends there.
    package typealias Sink = (_ file: String, _ bytes: [UInt8]) throws -> Void

    package init(store: Store, blobs: BlobStore, now: @escaping TimeSource) {
        (self.store, self.blobs, self.now) = (store, blobs, now)
    }

    /// Chooses the photos; nothing is handed out yet, and no picture is opened.
    package func choice(
        _ wish: TrainingWish, using random: inout some RandomNumberGenerator
    ) async throws -> TrainingChoice {
        TrainingChoice(try await store.read { try $0.reviewedPhotos(wish) }, using: &random)
    }

    /// Hands the crops of a choice to `sink`, and at the end the lists; `progress` hears how many are done.
    ///
    /// The names are 16 hexadecimal digits by chance, so that neither they nor the order say whose photo it is.
    package func hand(
        _ choice: TrainingChoice, _ wish: TrainingWish, using random: inout some RandomNumberGenerator,
        to sink: Sink, progress: (Int) -> Void
    ) async throws -> Report {
        let export = Self.name(using: &random)
        try await audit("training.export-begun", export, wish, ["photos": "\(choice.samples.count)"])
        var list = TrainingList(export: export)
        var omitted = choice.omitted
        for (done, sample) in choice.samples.enumerated() {
            switch await crop(sample, using: &random) {
            case .success(let (jpeg, window)):
                let file = Self.name(using: &random) + ".jpg"
                try sink("photos/" + file, jpeg)
                list.add(.init(file: file, sample: sample, window: window))
            case .failure(let omission):
                omitted[omission, default: 0] += 1
            }
            progress(done + 1)
        }
        try sink("photos.tsv", Array(list.training.utf8))
        try sink("labels.csv", Array(list.labels.utf8))
        let report = Report(
            export: export, photos: list.count, readable: list.readable, meters: choice.meters, omitted: omitted)
        try await audit("training.exported", export, wish, report.details)
        return report
    }

    /// The crop of a sample as a JPEG, and where the window lies in it.
    private func crop(
        _ sample: TrainingSample, using random: inout some RandomNumberGenerator
    ) async -> Result<(jpeg: [UInt8], window: Quad), TrainingOmission> {
        guard let bytes = try? await blobs.get(sample.picture), let cleaned = try? JPEGDecoder.decode(bytes).photo
        else { return .failure(.pictureGone) }
        guard let crop = TrainingCrop(sample.window.quad, of: sample.window.size, in: cleaned, using: &random),
            let jpeg = crop.picture.jpeg(quality: Self.quality)
        else { return .failure(.windowNotBorneOut) }
        return .success((jpeg, crop.window))
    }

    /// Little is lost in being packed once more.
    private static let quality = 95

    private static func name(using random: inout some RandomNumberGenerator) -> String {
        let digits = String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func audit(
        _ action: String, _ export: String, _ wish: TrainingWish, _ more: [String: String]
    ) async throws {
        let now = now()
        let entry = AuditEntry(
            actor: .command, action: action, kind: "training-export", subject: export,
            details: wish.details.merging(more) { $1 })
        try await store.write { try $0.audit(entry, at: now) }
    }
}

extension TrainingExport.Report {
    /// What the audit log says of it.
    fileprivate var details: [String: String] {
        var details = ["photos": "\(photos)", "readable": "\(readable)", "meters": "\(meters)"]
        for (omission, count) in omitted { details["without-" + omission.rawValue] = "\(count)" }
        return details
    }
}
