/// What is to be done with a reading.
public enum ReadingDecision: String, CaseIterable, Hashable, Sendable {
    /// Good enough to be billed without a person.
    case accept
    /// A person decides.
    case review
    /// Not to be used; the customer is asked for another photo.
    case refuse
}

/// One wheel as it was read.
public struct WheelReading: Hashable, Sendable {
    /// The digit that holds, 0 to 9: of a wheel between two digits the lower state, by the carry rule.
    public var value: Int
    /// Where the wheel stands, 0.0 to 9.9.
    public var position: Double
    /// How sure the value is, 0 to 1.
    public var confidence: Double
    /// Whether it is a red wheel (a decimal).
    public var isDecimal: Bool
    /// The digit's four corners in the upright photo.
    public var box: Quad

    /// A wheel's reading.
    public init(value: Int, position: Double, confidence: Double, isDecimal: Bool, box: Quad) {
        self.value = value
        self.position = position
        self.confidence = confidence
        self.isDecimal = isDecimal
        self.box = box
    }
}

/// What a photo says, and how far it can be trusted.
///
/// Coordinates are those of the upright photo, after EXIF.
public struct PhotoReading: Hashable, Sendable {
    /// The black digits as printed, leading zeros kept; nil if none could be told.
    public var index: String?
    /// The red digits as printed; nil if none could be told.
    public var decimals: String?
    /// The printed serial number, leading zeros kept; nil if it was not read for certain.
    public var serial: String?
    /// How the serial was found, and what the list of registered serials says of it; nil if it was not read for certain.
    public var serialFinding: SerialFinding?
    /// What is to be done with it.
    public var decision: ReadingDecision
    /// The chance that the index is right, 0 to 1.
    public var probability: Double
    /// The wheels, from the left: black ones, then red ones.
    public var digits: [WheelReading]
    /// Between which two indices the counter stands, where its wheels leave open which holds; nil where nothing is open.
    public var interval: IndexInterval?
    /// What was known of the meter, as far as it changed anything.
    public var uses: [HintUse] = []
    /// The counter window; nil if none was found.
    public var window: Quad?
    /// Why it was not accepted, the weightiest first; may name what is worth knowing of an accepted one.
    public var reasons: [ReasonCode]
    /// The time that reading took.
    public var milliseconds: Double
    /// The size of the upright photo; nil if it could not be decoded.
    public var size: PixelSize?
    /// The upright photo without its metadata, decoded; nil if it could not be decoded.
    public var photo: CleanPhoto?
    /// What the decision was taken from; nil where no digit was read.
    package var features: DecisionFeatures?

    /// A reading.
    public init(
        index: String?, decimals: String?, serial: String?, decision: ReadingDecision, probability: Double,
        digits: [WheelReading], window: Quad?, reasons: [ReasonCode], milliseconds: Double, size: PixelSize?,
        photo: CleanPhoto?
    ) {
        self.index = index
        self.decimals = decimals
        self.serial = serial
        self.decision = decision
        self.probability = probability
        self.digits = digits
        self.window = window
        self.reasons = reasons
        self.milliseconds = milliseconds
        self.size = size
        self.photo = photo
    }
}

extension PhotoReading {
    /// The reading of a file that could not be read as a photo.
    public static func refused(_ reason: ReasonCode, milliseconds: Double = 0) -> PhotoReading {
        PhotoReading(
            index: nil, decimals: nil, serial: nil, decision: .refuse, probability: 0, digits: [], window: nil,
            reasons: [reason], milliseconds: milliseconds, size: nil, photo: nil)
    }

    /// The window, straightened and with a margin around it, as a JPEG of that width; nil without a window.
    public func windowCropJPEG(width: Int = 640, quality: Int = 85) -> [UInt8]? {
        guard let window, let photo, let size else { return nil }
        return photo.crop(window, of: size, width: width)?.jpeg(quality: quality)
    }

    /// The upright photo as a JPEG that carries no metadata; nil if the file could not be decoded.
    public func cleanedJPEG(quality: Int = 82) -> [UInt8]? {
        photo?.jpeg(quality: quality)
    }
}
