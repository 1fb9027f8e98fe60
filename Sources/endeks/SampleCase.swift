import MeterVision
import Wording

/// What became of one sample photo: all that the table and the page show of it.
struct SampleCase {
    /// The photo's file name, without the folder.
    let photo: String
    /// The subscriber, masked as everywhere that is not the invoice itself.
    let subscriber: String
    /// What was read.
    let reading: PhotoReading
    /// The photo with what the reader saw drawn over it, as SVG; nil where the file could not be decoded.
    let overlay: String?
    /// What came of it.
    let outcome: Outcome

    /// What comes of a photo.
    enum Outcome {
        /// An invoice.
        case billed(SampleInvoice)
        /// A person decides; the customer is told so.
        case waits(told: Translated)
        /// No reading; the customer is asked for another photo.
        case asked(told: Translated)
    }

    /// The name without its extension, which anchors the photo in the page.
    var anchor: String { photo.split(separator: ".").first.map(String.init) ?? photo }
}

/// What the page shows of an invoice beside the invoice itself.
struct SampleInvoice {
    let number: String
    let amount: Translated
    let due: String
    let lastIndex: String
    let volume: Translated
    let energy: Translated
    /// The page as SVG, to be looked at.
    let picture: String
    /// The document, and the name that it is saved under.
    let document: [UInt8]
    let documentName: String
}

/// A text in every language.
struct Translated {
    private let texts: [Language: String]

    init(_ text: (Language) -> String) {
        texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text($0)) })
    }

    init(_ phrase: Phrase, _ values: [String: String] = [:]) {
        self.init { phrase.text(in: $0, values) }
    }

    func text(in language: Language) -> String { texts[language] ?? "" }
}
