/// What is put round a cut-out picture: its edge pixels go on outwards, and are blurred until they show nothing.
struct SoftFrame {
    /// The size of the whole.
    let width, height: Int

    /// So often a box is averaged over; three times come close to a bell curve.
    private static let rounds = 3
    /// How far the averages reach, and how far the cut-out fades into the frame, in units of `blur`.
    private static let reach = 0.7
    private static let fade = 0.1

    /// The picture with `cut` at that place; `blur` is a length in pixels, the height of what is shown.
    func picture(round cut: Planes, left: Int, top: Int, blur: Double) -> CleanPhoto? {
        var whole = Planes(channels: cut.channels, width: width, height: height)
        for channel in 0..<cut.channels {
            for row in 0..<height {
                let from = channel * cut.area + min(max(row - top, 0), cut.height - 1) * cut.width
                let to = channel * whole.area + row * width
                for column in 0..<width {
                    whole.values[to + column] = cut.values[from + min(max(column - left, 0), cut.width - 1)]
                }
            }
        }
        let radius = max(1, Int((blur * Self.reach).rounded()))
        for channel in 0..<cut.channels {
            let plane = channel * whole.area
            for _ in 0..<Self.rounds {
                for row in 0..<height { whole.average(from: plane + row * width, step: 1, count: width, radius) }
                for column in 0..<width { whole.average(from: plane + column, step: width, count: height, radius) }
            }
        }
        let edge = Float(max(1, blur * Self.fade))
        for row in 0..<cut.height {
            for column in 0..<cut.width {
                let depth = Float(min(row, cut.height - 1 - row, column, cut.width - 1 - column)) + 0.5
                let share = min(1, depth / edge)
                for channel in 0..<cut.channels {
                    let at = channel * whole.area + (row + top) * width + column + left
                    let own = cut.values[channel * cut.area + row * cut.width + column]
                    whole.values[at] = share * own + (1 - share) * whole.values[at]
                }
            }
        }
        return whole.picture
    }
}

extension Planes {
    /// Replaces each of a line of values by the mean of those up to `radius` before and after it; the ends go on.
    fileprivate mutating func average(from: Int, step: Int, count: Int, _ radius: Int) {
        let line = (0..<count).map { values[from + $0 * step] }
        func value(_ place: Int) -> Float { line[min(max(place, 0), count - 1)] }
        var sum: Float = 0
        for place in -radius...radius { sum += value(place) }
        for place in 0..<count {
            values[from + place * step] = sum / Float(2 * radius + 1)
            sum += value(place + radius + 1) - value(place - radius)
        }
    }
}
