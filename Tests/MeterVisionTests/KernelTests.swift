import MeterVision
import Testing

@Suite("Inference kernels")
struct KernelTests {
    /// The convolution as its definition has it, in double precision.
    private func reference(_ c: Convolution, _ weights: [Float], _ input: [Float], _ w: Int, _ h: Int) -> [Double] {
        guard let size = c.resultSize(width: w, height: h) else { return [] }
        let (into, from) = (c.outputs / c.groups, c.inputs / c.groups)
        var result: [Double] = []
        for output in 0..<c.outputs {
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var sum = Double(c.bias[output])
                    for input_ in 0..<from {
                        for ky in 0..<c.kernel.rows {
                            for kx in 0..<c.kernel.columns {
                                let row = y * c.stride.rows + ky * c.dilation.rows - c.padding.rows
                                let column = x * c.stride.columns + kx * c.dilation.columns - c.padding.columns
                                guard (0..<h).contains(row), (0..<w).contains(column) else { continue }
                                let channel = output / into * from + input_
                                let weight = weights[
                                    ((output * from + input_) * c.kernel.rows + ky) * c.kernel.columns + kx]
                                sum += Double(input[(channel * h + row) * w + column]) * Double(weight)
                            }
                        }
                    }
                    result.append(c.relu ? max(sum, 0) : sum)
                }
            }
        }
        return result
    }

    @Test("A convolution of any form gives what its definition gives", arguments: 0..<60)
    func convolution(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
        let groups = [1, 1, 1, 2, 3][number(0...4)]
        let depthwise = number(0...5) == 0
        let inputs = depthwise ? number(1...6) : groups * number(1...4)
        let outputs = depthwise ? inputs * number(1...2) : groups * number(1...6)
        let kernel = (number(1...4), number(1...5))
        let count = outputs * (inputs / (depthwise ? inputs : groups)) * kernel.0 * kernel.1
        let weights = generator.floats(count)
        let convolution = Convolution(
            inputs: inputs, outputs: outputs, groups: depthwise ? inputs : groups, kernel: kernel,
            stride: (number(1...3), number(1...3)), dilation: (number(1...2), number(1...2)),
            padding: (number(0...3), number(0...3)), relu: number(0...1) == 0, weights: weights,
            bias: generator.floats(outputs))
        let (width, height) = (number(9...37), number(7...21))
        let input = generator.floats(inputs * width * height)
        let net = Net(
            channels: inputs, operations: [.init(kind: .convolution(convolution), inputs: [0], out: 1)], outputs: [1],
            registers: 2)
        var planes = Planes(channels: inputs, width: width, height: height)
        planes.values = input
        let result = try NetRunner(net, name: "test", arena: Arena()).run(planes)[0]
        let expected = reference(convolution, weights, input, width, height)
        #expect(result.values.count == expected.count)
        for (value, wanted) in zip(result.values, expected) { #expect(abs(Double(value) - wanted) < 1e-4) }
    }

    @Test(
        "A 3 × 3 convolution by Winograd's filtering gives what its definition gives, whatever is left over at the edges",
        arguments: [
            (inputs: 3, outputs: 16, width: 224, height: 33, padding: 1),
            (inputs: 40, outputs: 8, width: 56, height: 4, padding: 1),
            (inputs: 96, outputs: 6, width: 13, height: 10, padding: 1),
            (inputs: 1, outputs: 5, width: 3, height: 3, padding: 0),
            (inputs: 2, outputs: 4, width: 9, height: 121, padding: 2),
        ])
    func winograd(inputs: Int, outputs: Int, width: Int, height: Int, padding: Int) throws {
        var generator = SeededGenerator(seed: UInt64(inputs))
        let weights = generator.floats(inputs * outputs * 9)
        let convolution = Convolution(
            inputs: inputs, outputs: outputs, groups: 1, kernel: (3, 3), stride: (1, 1), dilation: (1, 1),
            padding: (padding, padding), relu: outputs == 16, weights: weights, bias: generator.floats(outputs))
        let net = Net(
            channels: inputs, operations: [.init(kind: .convolution(convolution), inputs: [0], out: 1)], outputs: [1],
            registers: 2)
        var planes = Planes(channels: inputs, width: width, height: height)
        planes.values = generator.floats(planes.values.count)
        let arena = Arena()
        let result = try NetRunner(net, name: "test", arena: arena).run(planes)[0]
        let expected = reference(convolution, weights, planes.values, width, height)
        #expect(result.values.count == expected.count)
        // Its sums take larger detours than the definition's: the error is measured by the largest result.
        let largest = expected.reduce(1) { max($0, abs($1)) }
        let worst = zip(result.values, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
        #expect(worst < 1e-5 * largest)
        // What an arena holds from other nets must not reach a result.
        let first = planes.values
        planes.values = planes.values.map { $0 * 1e6 }
        let runner = NetRunner(net, name: "test", arena: arena)
        _ = try runner.run(planes)
        planes.values = first
        #expect(try runner.run(planes)[0] == result)
    }

    @Test("Pooling takes the largest and drops what is left over; upsampling doubles; the mean is the mean")
    func planes() throws {
        var input = Planes(channels: 1, width: 5, height: 3)
        input.values = [1, 5, 2, 0, 9, 3, 4, 8, 1, 9, 7, 7, 7, 7, 7]
        func run(_ kind: Net.Kind) throws -> Tensor {
            let net = Net(
                channels: 1, operations: [.init(kind: kind, inputs: [0], out: 1)], outputs: [1], registers: 2)
            return try NetRunner(net, name: "test", arena: Arena()).run(input)[0]
        }
        #expect(try run(.maxPool(rows: 2, columns: 2)).values == [5, 8])
        #expect(try run(.maxPool(rows: 1, columns: 2)).values == [5, 2, 4, 8, 7, 7])
        #expect(try run(.mean).values == [77.0 / 15])
        let doubled = try run(.upsample)
        #expect(doubled.shape == Shape(channels: 1, height: 6, width: 10))
        #expect(Array(doubled.values[0..<10]) == [1, 1, 5, 5, 2, 2, 0, 0, 9, 9])
        #expect(doubled.values[0..<10] == doubled.values[10..<20])
    }

    @Test("Sums, joined channels and full connections follow their definitions")
    func joins() throws {
        var input = Planes(channels: 2, width: 5, height: 1)
        input.values = [1, -2, 3, -4, 5, 1, 1, 1, 1, -9]
        let linear = Linear(
            inputs: 20, outputs: 1, relu: false, weights: (0..<20).map(Float.init), bias: [0.5])
        let net = Net(
            channels: 2,
            operations: [
                .init(kind: .add(relu: true), inputs: [0, 0], out: 1),
                .init(kind: .concatenate, inputs: [0, 1], out: 2),
                .init(kind: .linear(linear), inputs: [2], out: 3),
            ], outputs: [1, 2, 3], registers: 4)
        let results = try NetRunner(net, name: "test", arena: Arena()).run(input)
        #expect(results[0].values == [2, 0, 6, 0, 10, 2, 2, 2, 2, 0])
        #expect(results[1].values == input.values + results[0].values)
        // 0·1 − 1·2 + 2·3 − 3·4 + 4·5 + 5+6+7+8 − 9·9, then 10·2 + 12·6 + 14·10 + 2·(15+16+17+18), and the half.
        // = 12 + 26 − 81 + 20 + 72 + 140 + 132 + 0.5
        #expect(results[2].values == [321.5])
    }

    @Test("A result stays what it was while other operations reuse rooms that are free again")
    func reuse() throws {
        var generator = SeededGenerator(seed: 7)
        var planes = Planes(channels: 2, width: 9, height: 6)
        planes.values = generator.floats(planes.values.count)
        let operations = (1...6).map { Net.Operation(kind: .add(relu: false), inputs: [$0 - 1, $0 - 1], out: $0) }
        let net = Net(channels: 2, operations: operations, outputs: [1, 6], registers: 7)
        let results = try NetRunner(net, name: "test", arena: Arena()).run(planes)
        #expect(results[0].values == planes.values.map { $0 * 2 })
        #expect(results[1].values == planes.values.map { $0 * 64 })
    }

    @Test(
        "Half precision is read as IEEE 754 has it",
        arguments: [
            (UInt16(0x3C00), Float(1)), (0xC000, -2), (0x7BFF, 65504), (0x0001, 5.9604645e-8), (0x0400, 6.103515625e-5),
            (0x8000, -0.0), (0x3555, 0.33325195),
        ])
    func halves(bits: UInt16, value: Float) {
        #expect(HalfFloats.float(bits) == value)
    }
}
