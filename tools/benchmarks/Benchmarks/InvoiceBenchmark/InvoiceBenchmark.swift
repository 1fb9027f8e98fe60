import Benchmark
import DecimalInvoice

let benchmarks: @Sendable () -> Void = {
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput], scalingFactor: .kilo)

    Benchmark("Invoice figures, fixed point", configuration: configuration) { benchmark in
        let inputs = InvoiceInput.sample(count: 1_024, seed: 1)
        benchmark.startMeasurement()
        for iteration in benchmark.scaledIterations {
            blackHole(try inputs[iteration & 1_023].figures())
        }
    }

    Benchmark("Invoice figures, Foundation.Decimal", configuration: configuration) { benchmark in
        let inputs = InvoiceInput.sample(count: 1_024, seed: 1).compactMap(DecimalInvoiceInput.init)
        guard let constants = DecimalInvoiceConstants(), inputs.count == 1_024 else {
            return benchmark.error("Foundation cannot read the inputs.")
        }
        benchmark.startMeasurement()
        for iteration in benchmark.scaledIterations {
            blackHole(DecimalInvoiceFigures(inputs[iteration & 1_023], constants))
        }
    }
}
