/// A net whose operations have been checked: registers are written before they are read, weights lie in the file.
package struct Net: Sendable {
    /// What an operation does with its registers.
    package enum Kind: Sendable {
        case convolution(Convolution)
        case maxPool(rows: Int, columns: Int)
        case upsample
        case add(relu: Bool)
        case concatenate
        case mean
        case linear(Linear)
    }

    /// An operation: what it does, what it reads, where it writes.
    package struct Operation: Sendable {
        package let kind: Kind
        package let inputs: [Int]
        package let out: Int

        /// An operation.
        package init(kind: Kind, inputs: [Int], out: Int) {
            (self.kind, self.inputs, self.out) = (kind, inputs, out)
        }
    }

    /// The planes of the input, which is register 0.
    package let channels: Int
    /// What is done, in order.
    package let operations: [Operation]
    /// The registers that hold the results.
    package let outputs: [Int]
    /// The number of registers.
    package let registers: Int

    /// A net of operations that fit each other.
    package init(channels: Int, operations: [Operation], outputs: [Int], registers: Int) {
        (self.channels, self.operations, self.outputs, self.registers) = (channels, operations, outputs, registers)
    }
}

extension Net {
    private static let mostRegisters = 1024
    private static let mostChannels = 4096

    /// The net that a description tells, with its weights taken from the file.
    init(_ description: NetDescription, name: String, weights: HalfFloats) throws(ReaderModelError) {
        guard (1...16).contains(description.channels) else { throw .output(net: name, problem: "no channels 1 to 16") }
        guard (1...Self.mostRegisters).contains(description.registers) else {
            throw .output(net: name, problem: "registers must be 1 to \(Self.mostRegisters)")
        }
        guard description.ops.count <= Self.mostRegisters else {
            throw .output(net: name, problem: "more than \(Self.mostRegisters) operations")
        }
        var written = [Bool](repeating: false, count: description.registers)
        written[0] = true
        var operations: [Operation] = []
        for (number, op) in description.ops.enumerated() {
            func wrong(_ problem: String) -> ReaderModelError {
                .operation(net: name, number: number, problem: problem)
            }
            guard written.indices.contains(op.out) else { throw wrong("there is no register \(op.out)") }
            for input in op.inputs {
                guard written.indices.contains(input), written[input] else {
                    throw wrong("register \(input) is read before it is written")
                }
            }
            let kind = try Self.kind(op, weights: weights, wrong)
            operations.append(Operation(kind: kind, inputs: op.inputs, out: op.out))
            written[op.out] = true
        }
        guard !description.outputs.isEmpty else { throw .output(net: name, problem: "it has none") }
        for output in description.outputs {
            guard written.indices.contains(output), written[output] else {
                throw .output(net: name, problem: "register \(output) is never written")
            }
        }
        self.init(
            channels: description.channels, operations: operations, outputs: description.outputs,
            registers: description.registers)
    }

    private static func kind(
        _ op: NetDescription.Operation, weights: HalfFloats, _ wrong: (String) -> ReaderModelError
    ) throws(ReaderModelError) -> Kind {
        func needInputs(_ range: ClosedRange<Int>) throws(ReaderModelError) {
            guard range.contains(op.inputs.count) else { throw wrong("'\(op.op)' has \(op.inputs.count) inputs") }
        }
        func pair(_ values: [Int]?, _ name: String, in range: ClosedRange<Int>, else standard: Int?)
            throws(ReaderModelError) -> (Int, Int)
        {
            guard let values else {
                if let standard { return (standard, standard) }
                throw wrong("'\(name)' is missing")
            }
            guard values.count == 2, range.contains(values[0]), range.contains(values[1]) else {
                throw wrong("'\(name)' must be two numbers from \(range.lowerBound) to \(range.upperBound)")
            }
            return (values[0], values[1])
        }
        func slice(_ offset: Int?, _ count: Int, _ name: String) throws(ReaderModelError) -> [Float] {
            guard let offset, let values = weights.floats(from: offset, count: count) else {
                throw wrong("'\(name)' lies outside the file")
            }
            guard values.allSatisfy(\.isFinite) else { throw wrong("'\(name)' holds what is no number") }
            return values
        }
        func channels(_ value: Int?, _ name: String) throws(ReaderModelError) -> Int {
            guard let value, (1...mostChannels).contains(value) else {
                throw wrong("'\(name)' must be 1 to \(mostChannels)")
            }
            return value
        }
        switch op.op {
        case "conv":
            try needInputs(1...1)
            let (cin, cout) = (try channels(op.cin, "cin"), try channels(op.cout, "cout"))
            let groups = op.groups ?? 1
            guard groups >= 1, cin % groups == 0, cout % groups == 0 else { throw wrong("'groups' does not divide") }
            let kernel = try pair(op.kernel, "kernel", in: 1...64, else: nil)
            let stride = try pair(op.stride, "stride", in: 1...8, else: 1)
            let dilation = try pair(op.dilation, "dilation", in: 1...64, else: 1)
            let padding = try pair(op.padding, "padding", in: 0...256, else: 0)
            let count = cout * (cin / groups) * kernel.0 * kernel.1
            let values = try slice(op.weights, count, "weights")
            let bias = try slice(op.bias, cout, "bias")
            return .convolution(
                Convolution(
                    inputs: cin, outputs: cout, groups: groups, kernel: kernel, stride: stride, dilation: dilation,
                    padding: padding, relu: op.relu ?? false, weights: values, bias: bias))
        case "linear":
            try needInputs(1...1)
            guard let cin = op.cin, (1...1 << 20).contains(cin) else { throw wrong("'cin' must be 1 to \(1 << 20)") }
            let cout = try channels(op.cout, "cout")
            let values = try slice(op.weights, cin * cout, "weights")
            let bias = try slice(op.bias, cout, "bias")
            return .linear(
                Linear(inputs: cin, outputs: cout, relu: op.relu ?? false, weights: values, bias: bias))
        case "maxpool":
            try needInputs(1...1)
            let kernel = try pair(op.kernel, "kernel", in: 1...64, else: nil)
            return .maxPool(rows: kernel.0, columns: kernel.1)
        case "upsample":
            try needInputs(1...1)
            guard op.factor == nil || op.factor == 2 else { throw wrong("'factor' must be 2") }
            return .upsample
        case "add":
            try needInputs(2...2)
            return .add(relu: op.relu ?? false)
        case "concat":
            try needInputs(2...16)
            return .concatenate
        case "mean":
            try needInputs(1...1)
            return .mean
        default:
            throw wrong("'\(op.op)' is not known")
        }
    }
}
