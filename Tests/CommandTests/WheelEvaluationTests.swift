import Foundation
import Testing
import Trials

/// `endeks read --evaluate` of single wheels that were cut out.
@Suite("endeks read --evaluate, single wheels")
struct WheelEvaluationTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A grey picture of 20 by 32 pixels, as small as crops of wheels are.
    private static let crop = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeX\
        BkeFxlZ2P/wAALCAAgABQBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIh\
        MUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhI\
        WGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AOVi\
        jaaVI4xl3YKo9SauXOj39rA008GyNcZO9TjnHY1Rqzpn/IUtP+uyf+hCuv8AEf8AyA7j/gP/AKEK4erOmf8AIUtP+uyf+hCuv8R/8gO4/wCA/w\
        DoQrh6kglaCeOZAC0bBgD0yDmtG91+7vbV7eWOEI+MlVOeDn19qyq//9k=
        """

    /// Crops of two meters, and their labels.
    private func labels(_ rows: [(meter: String, position: String)]) throws -> String {
        let data = try #require(Data(base64Encoded: Self.crop))
        let lines = try rows.enumerated().map { number, row in
            _ = try folder.write("\(number).jpg", data)
            return "\(number).jpg,\(row.meter),\(row.position)\n"
        }
        return try folder.write("labels.csv", "file,meter,position\n" + lines.joined())
    }

    private func evaluate(_ position: Double?, _ arguments: [String]) throws -> EndeksRun {
        let model = try folder.write("fixed.model", FixedModel(wheel: position).bytes())
        return try EndeksRun(["read", "--model", model, "--evaluate"] + arguments)
    }

    private func counts(_ run: EndeksRun) throws -> [String: [Int]] {
        let last = try #require(run.output.split(separator: "\n").last)
        let object = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
        let summary = try #require(object?["summary"] as? [String: Any])
        return summary.compactMapValues { value in
            (value as? [String: Any]).map { [$0["count"] as? Int ?? -1, $0["of"] as? Int ?? -1] }
        }
    }

    @Test("The digit counts where the wheel has settled, the position everywhere, round the circle")
    func counts() throws {
        let labels = try labels([
            ("a", "0.0"), ("a", "9.9"), ("a", "9.7"), ("a", "9.6"), ("b", "0.1"), ("b", "0.2"), ("b", "9.0"),
            ("b", "N"),
        ])
        // Every wheel is read as 9.9: a settled nought as well as a wheel that has nearly come to it.
        let run = try evaluate(9.9, [labels, "--json"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == 8)
        // Settled: 0.0, 9.9, 0.1, and 9.0, which is wrong. Within 0.2: 0.0, 9.9, 9.7, 0.1.
        #expect(try counts(run) == ["settledRight": [3, 4], "positionWithin02": [4, 7]])
        let table = try evaluate(9.9, [labels])
        #expect(table.output.hasPrefix("6.jpg: 9 was read as 9.9\n\na\n  settled digit right       2 of 2, 100 %"))
        #expect(
            table.output.contains("2 meters together\n  settled digit right       3 of 4, 75 % (95 %: 19 % to 99.37 %)")
        )
    }

    @Test("Only the meters of a list count, and one that no label names is no meter")
    func only() throws {
        let labels = try labels([("a", "3.0"), ("b", "3.4"), ("b", "4.0"), ("c", "3.0")])
        let some = try folder.write("some.txt", "# left out of training\nb\n")
        #expect(
            try counts(evaluate(3, [labels, "--only", some, "--json"])) == [
                "settledRight": [0, 1], "positionWithin02": [0, 2],
            ])
        let wrong = try folder.write("wrong.txt", "b\nbb\n")
        let run = try evaluate(3, [labels, "--only", wrong])
        #expect(run.status == 1)
        #expect(run.errors.contains("no label is of these meters: bb"))
    }

    @Test("A model without a wheel net, crops that are not there and labels that are none say so")
    func refused() throws {
        let labels = try labels([("a", "3.0")])
        let none = try evaluate(nil, [labels])
        #expect(none.status == 2)
        #expect(none.errors.contains("the model has no wheel net"))
        #expect(try evaluate(3, [labels, "--known", "meter"]).status == 64)
        let wrong = try folder.write("wrong.csv", "file,meter,position\n0.jpg,a,10.0\n")
        #expect(
            try evaluate(3, [wrong]).errors.contains(
                ":2:3: 'position' must be a position of a wheel, 0.0 to 9.9; it is '10.0'."))
        let missing = try folder.write("missing.csv", "file,meter,position\n0.jpg,a,3.0\nx.jpg,a,3.0\n")
        let run = try evaluate(3, [missing, "--json"])
        #expect(run.status == 4)
        #expect(try counts(run) == ["settledRight": [1, 1], "positionWithin02": [1, 1]])
    }
}
