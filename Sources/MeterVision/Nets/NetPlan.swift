/// The shape of what a register holds.
package struct Shape: Hashable, Sendable {
    package let channels, height, width: Int

    /// That many planes of so many rows and columns.
    package init(channels: Int, height: Int, width: Int) {
        (self.channels, self.height, self.width) = (channels, height, width)
    }

    /// The number of values.
    package var count: Int { channels * height * width }
}

/// A net laid out for inputs of one size: every shape known, every buffer placed, so that a run cannot go wrong.
package struct NetPlan: Sendable {
    /// An operation with the buffers that it reads and writes.
    package struct Step: Sendable {
        let kind: Net.Kind
        let convolution: ConvolutionPlan?
        let inputs: [Int]
        let out: Int
    }

    /// The shape of each buffer; buffer 0 is the input, and each operation has one of its own.
    package let shapes: [Shape]
    package let steps: [Step]
    /// The buffers that hold the results.
    package let outputs: [Int]

    /// Where each buffer begins in the arena.
    package let places: [Int]
    /// Where the room for phases, and that for strips of results, begins.
    package let phases, strip: Int
    /// Floats of the whole arena.
    package let room: Int

    /// No register may hold more: a net that asks for more was not made for this reader.
    private static let mostValues = 1 << 24

    /// The multiplications of one run.
    package var products: Int {
        steps.reduce(0) { $0 + ($1.convolution?.products ?? 0) }
    }

    /// A plan for inputs of that shape.
    package init(_ net: Net, name: String, input: Shape) throws(ReaderModelError) {
        guard net.channels == input.channels else {
            throw .output(net: name, problem: "it takes \(net.channels) channels, not \(input.channels)")
        }
        var shapes = [input]
        var holder = [Int?](repeating: nil, count: net.registers)
        holder[0] = 0
        var steps: [Step] = []
        for (number, operation) in net.operations.enumerated() {
            func wrong(_ problem: String) -> ReaderModelError {
                .operation(net: name, number: number, problem: problem)
            }
            var inputs: [Int] = []
            for register in operation.inputs {
                guard let buffer = holder[register] else { throw wrong("register \(register) holds nothing") }
                inputs.append(buffer)
            }
            var plan: ConvolutionPlan?
            if case .convolution(let convolution) = operation.kind {
                let from = shapes[inputs[0]]
                guard convolution.inputs == from.channels else {
                    throw wrong("'cin' is \(convolution.inputs), its input has \(from.channels) channels")
                }
                plan = ConvolutionPlan(convolution, width: from.width, height: from.height)
                guard let plan, plan.phaseRoom <= Self.mostValues * 4 else {
                    throw wrong("the kernel does not fit an input of \(from.width) × \(from.height)")
                }
            }
            let shape: Shape
            do { shape = try Self.shape(operation.kind, plan, inputs.map { shapes[$0] }) } catch {
                throw wrong(error.text)
            }
            guard shape.channels > 0, shape.width > 0, shape.height > 0, shape.count <= Self.mostValues else {
                throw wrong("its result would be \(shape.channels) × \(shape.height) × \(shape.width)")
            }
            shapes.append(shape)
            holder[operation.out] = shapes.count - 1
            steps.append(Step(kind: operation.kind, convolution: plan, inputs: inputs, out: shapes.count - 1))
        }
        var outputs: [Int] = []
        for register in net.outputs {
            guard let buffer = holder[register] else { throw .output(net: name, problem: "an empty register") }
            outputs.append(buffer)
        }
        self.shapes = shapes
        self.steps = steps
        self.outputs = outputs
        (places, phases, strip, room) = Self.place(shapes, steps, outputs)
    }

    private struct Misfit: Error { let text: String }

    private static func shape(_ kind: Net.Kind, _ plan: ConvolutionPlan?, _ inputs: [Shape]) throws(Misfit) -> Shape {
        let first = inputs[0]
        switch kind {
        case .convolution(let convolution):
            guard let plan else { throw Misfit(text: "no plan") }
            return Shape(channels: convolution.outputs, height: plan.resultHeight, width: plan.resultWidth)
        case .maxPool(let rows, let columns):
            return Shape(channels: first.channels, height: first.height / rows, width: first.width / columns)
        case .upsample:
            return Shape(channels: first.channels, height: first.height * 2, width: first.width * 2)
        case .add:
            guard inputs[1] == first else { throw Misfit(text: "'add' has inputs of different shapes") }
            return first
        case .concatenate:
            for input in inputs where input.width != first.width || input.height != first.height {
                throw Misfit(text: "'concat' has inputs of different sizes")
            }
            return Shape(
                channels: inputs.reduce(0) { $0 + $1.channels }, height: first.height, width: first.width)
        case .mean:
            return Shape(channels: first.channels, height: 1, width: 1)
        case .linear(let linear):
            guard linear.inputs == first.count else {
                throw Misfit(text: "'cin' is \(linear.inputs), its input has \(first.count) values")
            }
            return Shape(channels: linear.outputs, height: 1, width: 1)
        }
    }

    /// Places buffers so that one takes the room of another whose last reader has run.
    private static func place(_ shapes: [Shape], _ steps: [Step], _ outputs: [Int]) -> ([Int], Int, Int, Int) {
        var lastReader = [Int](repeating: -1, count: shapes.count)
        for (number, step) in steps.enumerated() {
            for input in step.inputs { lastReader[input] = number }
            lastReader[step.out] = max(lastReader[step.out], number)
        }
        for output in outputs { lastReader[output] = steps.count }
        var places = [Int](repeating: 0, count: shapes.count)
        var held: [(range: Range<Int>, until: Int)] = []
        var end = 0
        func room(_ count: Int) -> Int { (count + Arena.slack + 15) / 16 * 16 }
        func take(_ buffer: Int, at step: Int) {
            held.removeAll { $0.until < step }
            let size = room(shapes[buffer].count)
            var start = 0
            for taken in held.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if taken.lowerBound >= start + size { break }
                start = max(start, taken.upperBound)
            }
            places[buffer] = start
            end = max(end, start + size)
            held.append((start..<start + size, lastReader[buffer]))
        }
        take(0, at: -1)
        for (number, step) in steps.enumerated() { take(step.out, at: number) }
        let phases = end
        let strip = phases + room(steps.map { $0.convolution?.phaseRoom ?? 0 }.max() ?? 0)
        return (places, phases, strip, strip + room(steps.map { $0.convolution?.resultRoom ?? 0 }.max() ?? 0))
    }
}
