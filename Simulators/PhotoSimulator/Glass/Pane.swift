/// The clear cover before the counter: over the whole plate, or over the window alone.
struct Pane: Sendable {
    let box: Box
    let radius: Double

    /// One for a meter: every layer on the glass finds the same.
    init(of meter: Meter) {
        let lastDigit = meter.serial.utf8.last.map { Int($0) - 48 } ?? 0
        let isWhole = lastDigit < 7
        box = isWhole ? meter.plate : meter.window.grown(x: 26, y: 20).intersection(meter.plate)
        radius = isWhole ? 18 : 8
    }
}
