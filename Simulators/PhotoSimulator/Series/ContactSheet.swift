package import Foundation

/// Many photos of a series on one picture.
package struct ContactSheet: Sendable {
    /// How many photos a sheet takes.
    package static let most = 200

    private let series: PhotoSeries

    /// A sheet of the first photos of a drawn series.
    package init(of series: PhotoSeries) { self.series = series }

    /// Writes the sheet as a PNG file.
    ///
    /// - Throws: ``ContactSheetError`` where a photo cannot be read back or the file cannot be written.
    package func write(to file: URL) throws {
        let count = min(series.count, ContactSheet.most)
        let isWindow = series.framing == .window
        let cell = isWindow ? Box(0, 0, 320, 128) : Box(0, 0, 240, 240)
        let columns = min(count, isWindow ? 5 : 10)
        let rows = (count + columns - 1) / columns
        let canvas = Canvas(width: columns * Int(cell.width), height: rows * Int(cell.height))
        canvas.fill(Box(0, 0, Double(canvas.width), Double(canvas.height)), Colour(grey: 0.13))
        for number in 0..<count {
            let name = series.name(number)
            guard let bytes = FileManager.default.contents(atPath: series.folder.appending(path: name).path),
                let picture = JPEGFile.picture(of: [UInt8](bytes))
            else { throw ContactSheetError.unreadable(photo: name) }
            let place = Box(
                x: Double(number % columns) * cell.width, y: Double(number / columns) * cell.height, width: cell.width,
                height: cell.height)
            canvas.picture(picture, within: place.grown(by: -2))
        }
        guard canvas.writePNG(to: file.path) else { throw ContactSheetError.unwritable(file: file.path) }
    }
}

/// Why there is no contact sheet.
package enum ContactSheetError: Error, Hashable, CustomStringConvertible {
    case unreadable(photo: String)
    case unwritable(file: String)

    package var description: String {
        switch self {
        case .unreadable(let photo): "\(photo) cannot be read back for the contact sheet."
        case .unwritable(let file): "\(file): the contact sheet cannot be written there."
        }
    }
}
