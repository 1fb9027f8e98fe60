/// Why a photo that staff decided on cannot teach the reader; the raw value stands in the audit log.
package enum TrainingOmission: String, Error, Hashable, Sendable, CaseIterable {
    /// The customer objected since: it waits for a clerk again.
    case waitsAgain = "waits-again"
    /// A clerk rejected it for something else than that it cannot be read.
    case rejectedOtherwise = "rejected-otherwise"
    /// Nobody said which of the sender's meters it shows, so that it has no fold.
    case meterUnknown = "meter-unknown"
    /// No window was found in it, or no picture of it is kept.
    case noWindow = "no-window"
    /// What was read in the window does not bear out that it is the right one.
    case windowNotBorneOut = "window-not-borne-out"
    /// Another photo of the export has the same picture.
    case samePicture = "same-picture"
    /// Its picture is missing in the data folder, or damaged.
    case pictureGone = "picture-gone"
}
