import MeterVision

/// The steps of a reading that are best looked at, as pictures.
struct StepPictures {
    let steps: ReadingSteps

    /// The photo in grey with the finder's heat laid over it in red, its candidates' corners as dots.
    var heat: CleanPhoto? {
        guard let photo = steps.decoded?.photo, let found = steps.found else { return nil }
        let cell = 16
        let (width, height) = (found.heat.columns * cell, found.heat.rows * cell)
        let grey = AreaResize.planes(of: photo, width: width, height: height).luma
        var canvas = Canvas(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let heat = found.heat[y / cell, x / cell]
                let value = Double(grey.values[y * width + x]) * 0.7
                canvas.set(x, y, (value + (1 - value) * heat, value * (1 - heat), value * (1 - heat)))
            }
        }
        let (across, down) = (Double(width) / Double(photo.width), Double(height) / Double(photo.height))
        for (rank, candidate) in found.candidates.enumerated() {
            for corner in candidate.quad.corners {
                canvas.dot(corner.x * across, corner.y * down, rank == 0 ? (0.2, 1, 0.4) : (1, 0.8, 0.1))
            }
        }
        return canvas.photo
    }

    /// The window, straightened, with a margin.
    var window: CleanPhoto? {
        guard let photo = steps.decoded?.photo, let quad = steps.choice?.window.quad else { return nil }
        return photo.crop(quad, of: PixelSize(width: photo.width, height: photo.height), width: 640)
    }

    /// How probable each class is in each column: black digits from 0 down, red digits, and the blank at the bottom.
    var columns: CleanPhoto? {
        guard let columns = steps.columns, columns.count > 0 else { return nil }
        let (across, down) = (max(4, 640 / columns.count), 12)
        var canvas = Canvas(width: columns.count * across, height: DigitColumns.symbols * down)
        for y in 0..<canvas.height {
            let symbol = y / down
            for x in 0..<canvas.width {
                // The square root lets small chances be seen.
                let value = columns[x / across, symbol].squareRoot()
                let isLine = y % down == 0 && (symbol == 10 || symbol == DigitColumns.blank)
                canvas.set(
                    x, y,
                    isLine
                        ? (0.3, 0.3, 0.3)
                        : symbol < 10 || symbol == DigitColumns.blank
                            ? (value, value, value) : (value, value * 0.25, value * 0.25))
            }
        }
        return canvas.photo
    }

    /// The wheels as the wheel net saw them, side by side.
    var wheels: CleanPhoto? {
        guard let photo = steps.decoded?.photo, let cells = steps.wheels?.cells, !cells.isEmpty else { return nil }
        let (width, height, gap) = (WheelPositions.width * 4, WheelPositions.height * 4, 6)
        var canvas = Canvas(width: cells.count * (width + gap), height: height)
        for (place, cell) in cells.enumerated() {
            guard let picture = Warp.planes(of: photo, quad: cell, width: width, height: height) else { continue }
            for y in 0..<height {
                for x in 0..<width {
                    func value(_ channel: Int) -> Double {
                        Double(picture.values[channel * picture.area + y * width + x])
                    }
                    canvas.set(place * (width + gap) + x, y, (value(0), value(1), value(2)))
                }
            }
        }
        return canvas.photo
    }
}

/// A picture under construction, black to begin with.
private struct Canvas {
    let width, height: Int
    private var pixels: [UInt8]

    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        pixels = [UInt8](repeating: 0, count: width * height * 3)
    }

    var photo: CleanPhoto? { CleanPhoto(width: width, height: height, pixels: pixels) }

    /// Sets a pixel to a colour of 0 to 1.
    mutating func set(_ x: Int, _ y: Int, _ colour: (red: Double, green: Double, blue: Double)) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        let at = (y * width + x) * 3
        for (channel, value) in [colour.red, colour.green, colour.blue].enumerated() {
            pixels[at + channel] = UInt8(min(max(value * 255, 0), 255).rounded())
        }
    }

    mutating func dot(_ x: Double, _ y: Double, _ colour: (red: Double, green: Double, blue: Double)) {
        guard abs(x) < 100_000, abs(y) < 100_000 else { return }
        for down in -3...3 { for across in -3...3 { set(Int(x) + across, Int(y) + down, colour) } }
    }
}
