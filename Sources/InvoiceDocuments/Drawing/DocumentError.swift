/// Why a document could not be made.
package enum DocumentError: Error, Hashable {
    /// A font file is not there; Debian's package `fonts-dejavu-core` brings it.
    case fontMissing(file: String)
    /// The crop of the photo is not a JPEG that can be embedded.
    case cropNotJPEG
    /// A text is too long for its place even at the smallest size, with the name of the place.
    case textTooLong(place: String)
    /// The fonts have no shape for a character, such as one of another script.
    case characterMissing(Character)
    /// Memory ran out.
    case outOfMemory
    /// cairo reported an error, in its own words.
    case drawing(String)
}

extension DocumentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .fontMissing(let file):
            "the font \(file) cannot be loaded. Install Debian's package fonts-dejavu-core."
        case .cropNotJPEG:
            "the crop of the photo is not a JPEG that a PDF can hold."
        case .textTooLong(let place):
            "the text for '\(place)' is too long for the page. Shorten it."
        case .characterMissing(let character):
            "the character '\(character)' cannot be printed. Write the text in Latin letters."
        case .outOfMemory:
            "out of memory while drawing the document."
        case .drawing(let words):
            "the document cannot be drawn: \(words)."
        }
    }
}
