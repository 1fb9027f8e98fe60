import MeterVision
import Testing

@Suite("Rows of digits on a plate")
struct DigitRowsTests {
    /// The cells of a row, one for each four pixels from left to right.
    private func cells(
        from left: Double, to right: Double, at y: Double, slope: Double = 0, height: Double = 14, heat: Double = 0.9
    ) -> [DigitRows.Cell] {
        stride(from: left, through: right, by: 4).map {
            DigitRows.Cell(x: $0, y: y + slope * ($0 - left), height: height, heat: heat)
        }
    }

    private func grouped(_ cells: [DigitRows.Cell]) -> [DigitRow] { DigitRows.grouped(cells.sorted { $0.x < $1.x }) }

    @Test("A slanting row is one line from its first cell's edge to its last one's")
    func slanting() throws {
        let rows = grouped(cells(from: 102, to: 202, at: 50, slope: 0.1))
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(abs(row.start.x - 100) < 1e-9 && abs(row.start.y - 49.8) < 1e-9)
        #expect(abs(row.end.x - 204) < 1e-9 && abs(row.end.y - 60.2) < 1e-9)
        #expect(row.height == 14)
    }

    @Test("Groups of digits a digit apart are one row, farther ones are two")
    func groups() {
        let first = cells(from: 20, to: 80, at: 30)
        // 1.3 heights of 14 pixels are 18.2.
        #expect(grouped(first + cells(from: 98, to: 150, at: 30)).count == 1)
        #expect(grouped(first + cells(from: 100, to: 150, at: 30)).count == 2)
    }

    @Test("Lines one below the other stay two, and so do digits of two sizes on one line")
    func lines() {
        let first = cells(from: 20, to: 80, at: 30)
        #expect(grouped(first + cells(from: 20, to: 80, at: 46)).count == 2)
        #expect(grouped(first + cells(from: 84, to: 164, at: 30, height: 24)).count == 2)
    }

    @Test("What is shorter than three digits is no row, and the surest row comes first")
    func order() {
        #expect(grouped(cells(from: 20, to: 40, at: 30)).isEmpty)
        let rows = grouped(cells(from: 20, to: 80, at: 30, heat: 0.7) + cells(from: 20, to: 80, at: 90, heat: 0.95))
        #expect(rows.map(\.start.y) == [90, 30])
    }
}
