/// The months by name.
package enum Months {
    private static let turkish = [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The month's name; empty for a number that is none.
    package static func name(_ month: Int, in language: Language) -> String {
        let names = language == .turkish ? turkish : english
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }
}
