/// A fully connected layer.
struct Linear: Sendable {
    let inputs, outputs: Int
    let relu: Bool
    /// A row of inputs for each output.
    let weights: [Float]
    let bias: [Float]

    /// Computes all outputs, eight inputs at a time.
    func run(_ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
        weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            for output in 0..<outputs {
                let row = weights + output * inputs
                var sum = SIMD8<Float>.zero
                var at = 0
                while at + 8 <= inputs {
                    let values = UnsafeRawPointer(source + at).loadUnaligned(as: SIMD8<Float>.self)
                    sum += values * UnsafeRawPointer(row + at).loadUnaligned(as: SIMD8<Float>.self)
                    at += 8
                }
                var total = sum.sum() + bias[output]
                while at < inputs {
                    total += source[at] * row[at]
                    at += 1
                }
                target[output] = relu ? max(total, 0) : total
            }
        }
    }
}
