/// A fully connected layer.
package struct Linear: Sendable {
    package let inputs, outputs: Int
    package let relu: Bool
    /// A row of inputs for each output.
    package let weights: [Float]
    package let bias: [Float]

    /// A layer with these weights.
    package init(inputs: Int, outputs: Int, relu: Bool, weights: [Float], bias: [Float]) {
        (self.inputs, self.outputs, self.relu) = (inputs, outputs, relu)
        (self.weights, self.bias) = (weights, bias)
    }

    /// Computes all outputs, eight inputs at a time.
    package func run(_ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
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
