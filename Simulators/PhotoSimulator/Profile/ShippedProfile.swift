import CPhotoData
package import WrittenFiles

/// The profiles that ship with the renderer.
package enum ShippedProfile: String, CaseIterable, Sendable {
    /// As the 68 field photos look.
    case field
    /// Near, sharp, well lit.
    case easy
    /// What a careful person still reads.
    case hard
    /// What must be refused.
    case unreadable

    /// The profile file's text, comments and all.
    package var yaml: String {
        switch self {
        case .field: PhotoText.text(ENDEKS_PHOTO_PROFILE_FIELD)
        case .easy: PhotoText.text(ENDEKS_PHOTO_PROFILE_EASY)
        case .hard: PhotoText.text(ENDEKS_PHOTO_PROFILE_HARD)
        case .unreadable: PhotoText.text(ENDEKS_PHOTO_PROFILE_UNREADABLE)
        }
    }

    /// The profile itself.
    ///
    /// - Throws: `FileMistake` where the shipped file is wrong, which a test rules out.
    package func profile() throws(FileMistake) -> Profile {
        try ProfileReader.profile(yaml: yaml, file: "\(rawValue).yaml")
    }
}
