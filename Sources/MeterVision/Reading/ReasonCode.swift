/// Why a photo was not accepted as it is; the raw value is stable and its words stand in `Wording`.
public enum ReasonCode: String, CaseIterable, Hashable, Sendable {
    /// The bytes are no JPEG, or a kind of JPEG that cannot be decoded.
    case notAJPEG = "not-a-jpeg"
    /// The JPEG ends before its picture does.
    case truncated
    /// The header announces more pixels than a photo of a meter has, or the file is too big.
    case tooLarge = "too-large"
    /// The file holds no byte.
    case emptyFile = "empty-file"
    /// No counter window was found.
    case noWindow = "no-window"
    /// The window runs out of the photo.
    case windowCutOff = "window-cut-off"
    /// The window is too dark to be read.
    case tooDark = "too-dark"
    /// The window is washed out by light.
    case tooBright = "too-bright"
    /// The window is out of focus or moved.
    case blurred
    /// The photo has too few pixels, wherever the counter is in it.
    case tooSmall = "too-small"
    /// The photo has pixels enough, but the window takes up too few of them.
    case tooFar = "too-far"
    /// At least one digit might be another one.
    case digitUnsure = "digit-unsure"
    /// A wheel stands between two digits and its right neighbour does not settle which holds.
    case wheelBetween = "wheel-between"
    /// The window shows another number of wheels than the meter has.
    case wheelCountDiffers = "wheel-count-differs"
    /// Fewer than two red wheels were seen, and nothing says that the meter has no more: it may be no gas meter.
    case decimalsNotSeen = "decimals-not-seen"
    /// The printed serial is another meter's.
    case serialDiffers = "serial-differs"
    /// The printed serial could not be read; never a reason against the index by itself.
    case serialNotRead = "serial-not-read"
    /// The index is lower than the last one.
    case indexLowerThanLast = "index-lower-than-last"
    /// The index lies far from what was expected of the meter.
    case indexUnexpected = "index-unexpected"
    /// A window was found, but what it shows cannot be read.
    case windowNotLegible = "window-not-legible"
    /// The counter is a display: its digits are not read, and never guessed.
    case displayNotRead = "display-not-read"
    /// Two windows are in the photo, and nothing tells which one is meant.
    case severalWindows = "several-windows"
}
