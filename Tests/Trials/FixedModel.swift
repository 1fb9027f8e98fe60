package import Foundation

/// A model whose nets see the same window and the same digits in every photo, made by hand.
///
/// The bill is then tried with the real binary whatever the trained weights can read. It is built of the operations
/// that every model is built of, so that the way from the photo to the invoice is the real one.
package struct FixedModel {
    /// The black digits and the red ones that it reads.
    package var index: String
    package var decimals: String
    /// How sure it is, as the probability of every reading: accepted from 0.9 on, refused up to 0.1.
    package var certainty: Certainty
    /// Where its wheel net sees every wheel stand, 0.0 to 9.9; without it there is no such net.
    package var wheel: Double?

    /// A model that reads that index.
    package init(
        index: String = "02319", decimals: String = "123", certainty: Certainty = .accept, wheel: Double? = nil
    ) {
        self.index = index
        self.decimals = decimals
        self.certainty = certainty
        self.wheel = wheel
    }

    /// What the decision says to every reading.
    package enum Certainty: Double {
        case accept = 8
        case review = 0
        case refuse = -8
    }

    /// The file's bytes.
    package func bytes() throws -> Data {
        var weights = Weights()
        var nets = ["finder": finder(&weights), "refiner": refiner(&weights), "reader": reader(&weights)]
        if let wheel { nets["wheel"] = self.wheel(at: wheel, &weights) }
        let header: [String: Any] = [
            "version": "fixed",
            "nets": nets,
            "calibration": [
                "refinePasses": 1, "colourLent": 0,
                "decision": ["weights": [:], "bias": certainty.rawValue, "acceptAt": 0.9, "refuseAt": 0.1],
            ],
        ]
        let json = try JSONSerialization.data(withJSONObject: header, options: .sortedKeys)
        var data = Data("ENDEKSM1".utf8)
        for shift in 0..<4 { data.append(UInt8(truncatingIfNeeded: json.count >> (8 * shift))) }
        data.append(json)
        while data.count % 64 != 0 { data.append(0) }
        data.append(weights.data)
        return data
    }

    /// Heat everywhere, and from the first cell, which is the one taken, the corners of a window.
    private func finder(_ weights: inout Weights) -> [String: Any] {
        // In the picture of 320 pixels, from the middle of the cell at 4, 4, in units of 64.
        let corners: [Float] = [60, 30, 260, 30, 260, 80, 60, 80].map { ($0 - 4) / 64 }
        return net(
            [
                convolution(0, 1, cin: 3, bias: [5], stride: 8, &weights),
                convolution(0, 2, cin: 3, bias: corners, stride: 8, &weights),
            ], outputs: [1, 2], registers: 3)
    }

    /// The window as it was: it is seen enlarged by 1.3 and 2.0.
    private func refiner(_ weights: inout Weights) -> [String: Any] {
        let (x, y) = (Float(0.115385), Float(0.25))
        return net(
            [
                ["op": "mean", "in": 0, "out": 1],
                linear(1, 2, cin: 3, bias: [x, y, 1 - x, y, 1 - x, 1 - y, x, 1 - y], &weights),
                linear(1, 3, cin: 3, bias: [6], &weights),
            ], outputs: [2, 3], registers: 4)
    }

    /// A digit at each of its columns, blanks between them.
    ///
    /// Ones, summed over what lies to the left and to the right of a column within the picture, tell where the column
    /// is; three bends make a peak there; each peak speaks for its digit.
    private func reader(_ weights: inout Weights) -> [String: Any] {
        var digits: [Int] = index.map { $0.wholeNumberValue ?? 0 }
        digits += decimals.map { 10 + ($0.wholeNumberValue ?? 0) }
        let places: [Float] = digits.indices.map { number in
            let column = 4 + 6 * number
            return Float(column < 28 ? column - 28 : column - 27)
        }
        var sums: [Float] = []
        for side in 0..<2 {
            sums += (0..<57).map { tap in side == 0 ? (tap <= 28 ? 1 : 0) : (tap >= 28 ? 1 : 0) }
        }
        let bends: [Float] = places.flatMap { [1 - $0, -$0, -1 - $0] }
        var votes = [Float](repeating: 0, count: 22 * bends.count)
        for (place, digit) in digits.enumerated() {
            for (bend, weight) in [Float(20), -40, 20].enumerated() {
                votes[digit * bends.count + 3 * place + bend] = weight
            }
        }
        var blank = [Float](repeating: 0, count: 22)
        blank[21] = 10
        return net(
            [
                ["op": "maxpool", "in": 0, "out": 1, "kernel": [32, 4]],
                convolution(1, 2, cin: 3, bias: [1], &weights),
                convolution(2, 3, cin: 1, values: sums, bias: [0, 0], kernel: 57, padding: 28, &weights),
                convolution(
                    3, 4, cin: 2, values: bends.flatMap { _ in [Float(1), -1] }, bias: bends, relu: true, &weights),
                convolution(4, 5, cin: bends.count, values: votes, bias: blank, &weights),
            ], outputs: [5], registers: 6)
    }

    /// The same one of a hundred positions for every picture.
    private func wheel(at position: Double, _ weights: inout Weights) -> [String: Any] {
        var logits = [Float](repeating: -16, count: 100)
        logits[Int((position * 10).rounded()) % 100] = 16
        return net(
            [["op": "mean", "in": 0, "out": 1], linear(1, 2, cin: 1, bias: logits, &weights)], outputs: [2],
            registers: 3, channels: 1)
    }

    private func net(_ operations: [[String: Any]], outputs: [Int], registers: Int, channels: Int = 3) -> [String: Any]
    {
        ["channels": channels, "ops": operations, "outputs": outputs, "registers": registers]
    }

    private func convolution(
        _ from: Int, _ to: Int, cin: Int, values: [Float]? = nil, bias: [Float], kernel: Int = 1, stride: Int = 1,
        padding: Int = 0, relu: Bool = false, _ weights: inout Weights
    ) -> [String: Any] {
        let values = values ?? [Float](repeating: 0, count: cin * bias.count * kernel)
        return [
            "op": "conv", "in": from, "out": to, "cin": cin, "cout": bias.count, "kernel": [1, kernel],
            "stride": [stride, stride], "padding": [0, padding], "relu": relu, "weights": weights.add(values),
            "bias": weights.add(bias),
        ]
    }

    private func linear(
        _ from: Int, _ to: Int, cin: Int, bias: [Float], _ weights: inout Weights
    ) -> [String: Any] {
        [
            "op": "linear", "in": from, "out": to, "cin": cin, "cout": bias.count,
            "weights": weights.add([Float](repeating: 0, count: cin * bias.count)), "bias": weights.add(bias),
        ]
    }

    /// The numbers behind the header, in half precision.
    private struct Weights {
        var data = Data()

        /// Adds numbers and says where they begin.
        mutating func add(_ values: [Float]) -> Int {
            defer { for value in values { data.append(contentsOf: Weights.half(value)) } }
            return data.count / 2
        }

        /// Half precision by hand, since not every machine's Swift has `Float16`; the numbers here are all normal.
        private static func half(_ value: Float) -> [UInt8] {
            guard value != 0 else { return [0, 0] }
            let sign: UInt16 = value < 0 ? 0x8000 : 0
            let exponent = UInt16(Int(value.exponent) + 15)
            let fraction = UInt16(((value.significand - 1) * 1024).rounded())
            let bits = sign | (exponent << 10) + fraction
            return [UInt8(bits & 0xFF), UInt8(bits >> 8)]
        }
    }
}
