internal import Quantities
internal import Storage
internal import Wording

/// Figures, days and times as a clerk reads them.
struct ReviewFormat: Sendable {
    let language: Language
    let words: [String: String]
    private let style: FigureStyle

    init(_ language: Language) {
        self.language = language
        words = ReviewPageWords.byName(in: language)
        style = FigureStyle(language)
    }

    /// The words of that name, with values at their places.
    func words(_ name: String, _ values: [String: String] = [:]) -> String {
        Phrase(name, tr: words[name] ?? name, en: words[name] ?? name).text(in: language, values)
    }

    /// An amount as the customer's caption has it: `1.412,35 TL`, `TL 1,412.35`.
    func money(_ money: Money) -> String { (try? style.money(money.description)) ?? money.description }

    func whole(_ number: Int64) -> String { (try? style.number(String(number))) ?? String(number) }

    func date(_ date: CivilDate) -> String { style.date(year: date.year, month: date.month, day: date.day) }

    /// A moment as clocks in Türkiye show it: `22.11.2026 14:05`.
    func moment(_ moment: Moment) -> String {
        // Türkiye keeps UTC+3 all year round since 2016.
        let text = (moment + .seconds(3 * 3600)).isoText
        let day = text.prefix(10).split(separator: "-")
        guard day.count == 3 else { return text }
        return "\(day[2]).\(day[1]).\(day[0]) \(text.dropFirst(11).prefix(5))"
    }

    /// How long a customer's window is still open, and how pressing that is.
    ///
    /// Once it is closed only a template reaches the customer, where there is one.
    func left(
        until end: Moment, now: Moment, hasTemplate: Bool
    ) -> (text: String, urgency: String, milliseconds: Int64?) {
        let milliseconds = end.milliseconds - now.milliseconds
        guard milliseconds > 0 else { return (words(hasTemplate ? "windowOver" : "windowOverForGood"), "over", nil) }
        let minutes = milliseconds / 60_000
        let text =
            minutes < 60
            ? words("minutes", ["minutes": "\(minutes)"])
            : words("hoursMinutes", ["hours": "\(minutes / 60)", "minutes": "\(minutes % 60)"])
        return (text, minutes < 120 ? "soon" : "", milliseconds)
    }
}
