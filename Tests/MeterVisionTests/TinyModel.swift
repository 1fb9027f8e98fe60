import Foundation

/// A model file that runs: nets of the right form with few weights, random or chosen, for tests of the line itself.
struct TinyModel {
    var header: [String: Any]
    var weights: [UInt8]

    /// A net description under construction, whose weights go into the common pool.
    private struct Pool {
        var generator: SeededGenerator
        var halves: [UInt16] = []

        mutating func add(_ values: [Float]) -> Int {
            let offset = halves.count
            halves += values.map { Float16($0).bitPattern }
            return offset
        }

        mutating func conv(
            _ input: Int, _ out: Int, _ cin: Int, _ cout: Int, _ kernel: [Int], _ stride: [Int], relu: Bool = false,
            bias: [Float]? = nil, scale: Float = 0.5
        ) -> [String: Any] {
            let weights = add(generator.floats(cin * cout * kernel[0] * kernel[1]).map { $0 * scale })
            let bias = add(bias ?? [Float](repeating: 0, count: cout))
            return [
                "op": "conv", "in": input, "out": out, "cin": cin, "cout": cout, "kernel": kernel, "stride": stride,
                "dilation": [1, 1], "padding": [0, 0], "relu": relu, "weights": weights, "bias": bias,
            ]
        }

        mutating func linear(_ input: Int, _ out: Int, _ cin: Int, _ cout: Int, bias: [Float]? = nil, scale: Float = 1)
            -> [String: Any]
        {
            let weights = add(generator.floats(cin * cout).map { $0 * scale })
            let bias = add(bias ?? [Float](repeating: 0, count: cout))
            return [
                "op": "linear", "in": input, "out": out, "cin": cin, "cout": cout, "relu": false, "weights": weights,
                "bias": bias,
            ]
        }
    }

    /// Nets whose finder always points at a window about the hottest cell and whose reader sees random digits.
    init(seed: UInt64) {
        var pool = Pool(generator: SeededGenerator(seed: seed))
        let finder: [String: Any] = [
            "channels": 3, "registers": 4, "outputs": [2, 3],
            "ops": [
                pool.conv(0, 1, 3, 4, [8, 8], [8, 8], relu: true, scale: 0.05),
                pool.conv(1, 2, 4, 1, [1, 1], [1, 1], bias: [3], scale: 0.1),
                pool.conv(
                    1, 3, 4, 8, [1, 1], [1, 1], bias: [-0.9, -0.2, 0.9, -0.2, 0.9, 0.2, -0.9, 0.2], scale: 0.01),
            ],
        ]
        let refiner: [String: Any] = [
            "channels": 3, "registers": 5, "outputs": [3, 4],
            "ops": [
                pool.conv(0, 1, 3, 4, [8, 8], [8, 8], relu: true),
                ["op": "mean", "in": 1, "out": 2],
                pool.linear(2, 3, 4, 8, bias: [0.12, 0.25, 0.88, 0.25, 0.88, 0.75, 0.12, 0.75], scale: 0.01),
                pool.linear(2, 4, 4, 1),
            ],
        ]
        let reader: [String: Any] = [
            "channels": 3, "registers": 4, "outputs": [3],
            "ops": [
                pool.conv(0, 1, 3, 8, [8, 4], [8, 4], relu: true),
                ["op": "maxpool", "in": 1, "out": 2, "kernel": [4, 1]],
                pool.conv(2, 3, 8, 22, [1, 1], [1, 1], scale: 2),
            ],
        ]
        let wheel: [String: Any] = [
            "channels": 1, "registers": 3, "outputs": [2],
            "ops": [["op": "maxpool", "in": 0, "out": 1, "kernel": [4, 4]], pool.linear(1, 2, 48, 100)],
        ]
        header = [
            "version": "tiny", "nets": ["finder": finder, "refiner": refiner, "reader": reader, "wheel": wheel],
            "calibration": [
                "refinePasses": 2, "jitters": [[0, 0, 1, 1], [0.02, 0, 1, 1]], "leastHeat": 0.1,
                "decision": ["bias": 0, "weights": ["confidence": 0.5], "acceptAt": 0.9, "refuseAt": 0.1],
            ],
        ]
        weights = pool.halves.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        get throws {
            let text = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys])
            var bytes = Array("ENDEKSM1".utf8)
            bytes += (0..<4).map { UInt8(text.count >> (8 * $0) & 255) }
            bytes += Array(text)
            bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
            return bytes + weights
        }
    }

    /// The model with a part of a net's operation changed.
    func changing(_ net: String, _ operation: Int, _ key: String, to value: Any) -> TinyModel {
        var changed = self
        var nets = header["nets"] as? [String: Any] ?? [:]
        var description = nets[net] as? [String: Any] ?? [:]
        var operations = description["ops"] as? [[String: Any]] ?? []
        operations[operation][key] = value
        description["ops"] = operations
        nets[net] = description
        changed.header["nets"] = nets
        return changed
    }
}
