/// Where a meter stands in the books of the readers.
public struct RoutePlace: Hashable, Comparable, Sendable {
    /// Number of the book, from 1.
    public let book: Int
    /// Page in the book, from 1.
    public let page: Int
    /// Line on the page, from 1.
    public let line: Int

    /// The place of a meter: books and pages are filled in the order of the meters' numbers.
    public init(meter: Int, calendar: ReadingCalendar) {
        let ofBook = meter % calendar.metersPerBook
        book = meter / calendar.metersPerBook + 1
        page = ofBook / calendar.metersPerPage + 1
        line = ofBook % calendar.metersPerPage + 1
    }

    /// Whether the left place is read first.
    public static func < (left: RoutePlace, right: RoutePlace) -> Bool {
        (left.book, left.page, left.line) < (right.book, right.page, right.line)
    }
}
