/// Weights of a blur along one axis, an odd number of them, that sum to one.
struct BlurKernel {
    let weights: [Float]
    var radius: Int { weights.count / 2 }
    var isSharp: Bool { weights.count == 1 }

    /// A lens's Gaussian of a deviation, and the disc of one out of focus, in pixels.
    init(deviation: Double, disc: Double) {
        guard deviation > 0.2 || disc > 0.4 else {
            weights = [1]
            return
        }
        let reach = Int((deviation * 2.5 + disc).rounded(.up))
        // The disc seen from the side, in quarter pixels, then the Gaussian over it.
        let fine = 4
        let span = reach * fine
        var values = [Double](repeating: 0, count: 2 * span + 1)
        let across = max(0, Int(disc * Double(fine)))
        for offset in -across...across {
            let share = Double(offset) / max(1, Double(across))
            let height = across == 0 ? 1 : max(0, 1 - share * share).squareRoot()
            for place in -span...span {
                let distance = Double(place - offset) / Double(fine)
                values[place + span] +=
                    height
                    * (deviation > 0.2
                        ? Turn.exponential(-min(600, distance * distance / (2 * deviation * deviation)))
                        : (abs(distance) < 0.13 ? 1 : 0))
            }
        }
        var sums = [Double](repeating: 0, count: 2 * reach + 1)
        for place in -reach...reach {
            for part in -fine / 2...fine / 2 {
                let at = place * fine + part + span
                if values.indices.contains(at) { sums[place + reach] += values[at] * (abs(part) == fine / 2 ? 0.5 : 1) }
            }
        }
        let total = sums.reduce(0, +)
        weights = total > 0 ? sums.map { Float($0 / total) } : [1]
    }

    private init(weights: [Float]) { self.weights = weights }

    /// This kernel, less a share of what a softer one lets through; its weights still sum to one.
    func sharpened(by strength: Float, against softer: BlurKernel) -> BlurKernel {
        let reach = max(radius, softer.radius)
        func padded(_ kernel: BlurKernel, _ place: Int) -> Float {
            abs(place) > kernel.radius ? 0 : kernel.weights[place + kernel.radius]
        }
        return BlurKernel(
            weights: (-reach...reach).map { (1 + strength) * padded(self, $0) - strength * padded(softer, $0) })
    }
}
