/// Runs a net on inputs of any size that it was planned for, in one arena.
package final class NetRunner {
    private let net: Net
    private let name: String
    private let arena: Arena
    private var plans: [Shape: NetPlan] = [:]

    /// A runner of that net; runners may share an arena, as long as one runs at a time.
    package init(_ net: Net, name: String, arena: Arena) {
        (self.net, self.name, self.arena) = (net, name, arena)
    }

    /// The plan for inputs of that shape, made once.
    package func plan(for shape: Shape) throws(ReaderModelError) -> NetPlan {
        if let plan = plans[shape] { return plan }
        let plan = try NetPlan(net, name: name, input: shape)
        // Photos come in few shapes; a flood of odd ones must not fill the memory.
        if plans.count >= 16 { plans.removeAll() }
        plans[shape] = plan
        return plan
    }

    /// The net's results for that input.
    package func run(_ input: Planes) throws(ReaderModelError) -> [Tensor] {
        let plan = try plan(for: Shape(channels: input.channels, height: input.height, width: input.width))
        arena.reserve(plan.room)
        let start = arena.start
        input.values.withUnsafeBufferPointer { values in
            guard let from = values.baseAddress else { return }
            (start + plan.places[0]).update(from: from, count: values.count)
        }
        for step in plan.steps { Self.run(step, of: plan, in: start) }
        return plan.outputs.map { buffer in
            let shape = plan.shapes[buffer]
            return Tensor(
                shape: shape, values: Array(UnsafeBufferPointer(start: start + plan.places[buffer], count: shape.count))
            )
        }
    }

    private static func run(_ step: NetPlan.Step, of plan: NetPlan, in start: UnsafeMutablePointer<Float>) {
        let source = UnsafePointer(start + plan.places[step.inputs[0]])
        let shape = plan.shapes[step.inputs[0]]
        let target = start + plan.places[step.out]
        switch step.kind {
        case .convolution:
            step.convolution?.run(source, into: target, phases: start + plan.phases, strip: start + plan.strip)
        case .maxPool(let rows, let columns):
            PlaneKernels.maxPool(source, shape, rows: rows, columns: columns, into: target)
        case .upsample:
            PlaneKernels.upsample(source, shape, into: target)
        case .add(let relu):
            PlaneKernels.add(
                source, start + plan.places[step.inputs[1]], count: shape.count, relu: relu, into: target)
        case .concatenate:
            var place = target
            for input in step.inputs {
                place.update(from: start + plan.places[input], count: plan.shapes[input].count)
                place += plan.shapes[input].count
            }
        case .mean:
            PlaneKernels.mean(source, shape, into: target)
        case .linear(let linear):
            linear.run(source, into: target)
        }
    }
}

/// A result of a net.
package struct Tensor: Hashable, Sendable {
    package let shape: Shape
    /// Channel by channel, row by row.
    package let values: [Float]

    /// The value of a channel at a place.
    package subscript(channel: Int, row: Int, column: Int) -> Float {
        values[(channel * shape.height + row) * shape.width + column]
    }
}
