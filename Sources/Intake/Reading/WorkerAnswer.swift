/// All that leaves a worker: the reading, a cleaned copy of the photo, and the counter window.
///
/// Nothing else ever opens the customer's bytes.
package struct WorkerAnswer: Hashable, Sendable {
    package var reading: ReadingRecord
    /// The upright photo of at most 1,600 pixels without metadata, as a JPEG; nil for bytes that are no photo.
    package var cleaned: [UInt8]?
    /// The counter window, straightened, as a JPEG; nil where none was found.
    package var crop: [UInt8]?

    package init(reading: ReadingRecord, cleaned: [UInt8]?, crop: [UInt8]?) {
        (self.reading, self.cleaned, self.crop) = (reading, cleaned, crop)
    }
}

/// Why a worker gave no answer.
package enum WorkerError: Error, Hashable, Sendable {
    /// Two workers in turn died of the photo, or answered what is no answer.
    case diedTwice
    /// A worker was not done in time, and had not used up its processor time either: the machine is busy.
    case tookTooLong
    /// No worker could be started: the binary is not there, or the machine has no room.
    case notStarted(errno: Int32)
    /// The service stops.
    case stopped
}
