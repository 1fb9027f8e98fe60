/// What a reader notes beside a reading (endeksör notu); the raw value is its code in route files.
public enum ReaderNote: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case none = ""
    /// Nobody opened: not read.
    case nobodyHome = "K"
    /// Seal broken, case opened (mühür).
    case sealBroken = "M"
    /// A digit stands between two (arada).
    case digitBetween = "A"
    /// Digits cannot be read (okunmuyor).
    case unreadable = "O"
    /// Another meter hangs there (değişmiş).
    case exchanged = "D"
    /// It smells of gas (koku).
    case smell = "G"
    /// A dog, a locked door or the like; the reading stands.
    case hardToReach = "E"
}
