internal import Storage

/// A photo chosen to train on: where its picture lies and what staff said of it, and nobody's name.
package struct TrainingSample: Hashable, Sendable {
    /// The picture that a worker cleaned.
    let picture: BlobID
    let window: TrainingWindow
    let truth: TrainingTruth
    /// 0 to 4; the photos of a meter share theirs.
    let fold: Int

    /// Whether staff could read it.
    var isReadable: Bool { truth != .unreadable }

    /// The digits as the list of `tools/training/real.py` has them: black, comma, a `-` for each red wheel, since no
    /// clerk confirmed those; `-` alone for what nobody can read.
    var digits: String {
        guard case .index(let index) = truth else { return "-" }
        return window.told < 1 ? index + "," + String(repeating: "-", count: max(1, window.redWheels)) : index
    }
}
