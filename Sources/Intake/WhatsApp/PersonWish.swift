/// Whether words ask for a person, or object to what the program decided [KVKK m.11/g].
///
/// Written as people write: in capitals, without the Turkish dots, with endings. In doubt a person looks: nobody who asks
/// may be left with the program.
package enum PersonWish {
    /// Beginnings of words that ask for it.
    private static let beginnings = [
        "yetkili", "itiraz", "temsilci", "operator", "sikayet", "insanla", "calisan", "gorevli", "danisman",
        "person", "human", "agent", "representative", "object", "dispute", "complain",
    ]
    /// Words that ask for it only as they stand.
    private static let words: Set<Substring> = ["insan", "kisi", "kisiye", "kisiyle", "staff", "someone"]
    /// Beginnings that look alike and mean something else.
    private static let others = ["personal", "objective"]

    package static func isIn(_ text: String) -> Bool {
        // A wish stands near the beginning; nobody needs a novel folded letter by letter.
        let folded = String(text.prefix(1000).flatMap(fold))
        return folded.split { !$0.isLetter }.contains { word in
            words.contains(word)
                || beginnings.contains { word.hasPrefix($0) } && !others.contains { word.hasPrefix($0) }
        }
    }

    private static func fold(_ letter: Character) -> String {
        switch letter {
        case "İ", "I", "ı", "î", "Î": "i"
        case "ş", "Ş": "s"
        case "ğ", "Ğ": "g"
        case "ü", "Ü", "û", "Û": "u"
        case "ö", "Ö": "o"
        case "ç", "Ç": "c"
        case "â", "Â": "a"
        // An i whose dot came as a sign of its own.
        case "i\u{307}", "I\u{307}": "i"
        default: letter.lowercased()
        }
    }
}
