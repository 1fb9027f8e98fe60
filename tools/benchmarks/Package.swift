// swift-tools-version: 6.2
// Benchmarks have a manifest of their own, so that no build of Endeks compiles the benchmark tool.
import PackageDescription

let package = Package(
    name: "endeks-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "endeks", path: "../.."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        // The same invoice computed with Foundation.Decimal, and the inputs for both.
        .target(name: "DecimalInvoice", dependencies: [.product(name: "Billing", package: "endeks")]),
        // Invented particulars of whole invoices, lots and periods, and the clock of a thread.
        .target(name: "BillingSamples", dependencies: [.product(name: "Billing", package: "endeks")]),
        // Both side by side in one run, and the ratio.
        .executableTarget(
            name: "InvoiceRatio",
            dependencies: ["BillingSamples", "DecimalInvoice", .product(name: "Billing", package: "endeks")]),
        // How much of the library's work one core does in a second, and a month of a city on two.
        .executableTarget(
            name: "LibraryRates", dependencies: ["BillingSamples", .product(name: "Billing", package: "endeks")]),
        // How many readings of a simulated city a second, one reading at random, and the memory of it all.
        .executableTarget(name: "FleetRates", dependencies: [.product(name: "FleetSimulator", package: "endeks")]),
        // What faults cost a scan: asking, drawing, and reading the wheels of a meter that has one.
        .executableTarget(name: "FaultRates", dependencies: [.product(name: "FleetSimulator", package: "endeks")]),
        // Each by itself, with percentiles and allocations.
        .executableTarget(
            name: "InvoiceBenchmark",
            dependencies: [
                "DecimalInvoice", .product(name: "Billing", package: "endeks"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/InvoiceBenchmark",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)
