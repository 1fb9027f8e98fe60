// swift-tools-version: 6.2
// Measured and supported with Swift 6.3 and up. The rooms and the arrows between them: tools/rooms.tsv.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

/// A room of the house; its name is its folder's name.
func room(
    _ name: String, in folder: String = "Sources", _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: "\(folder)/\(name)", exclude: exclude, swiftSettings: strict)
}

/// The tests of a room, with its golden files beside them, and with what tests share: seeded cases, rows of golden files.
func tests(_ room: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: dependencies + ["Trials"], path: "Tests/\(room)Tests", exclude: ["Golden"],
        swiftSettings: strict)
}

let package = Package(
    name: "endeks",
    products: [
        .executable(name: "endeks", targets: ["endeks"]),
        .library(name: "Billing", targets: ["Quantities", "GasPhysics", "Billing"]),
        .library(name: "MeterVision", targets: ["MeterVision"]),
        .library(name: "FleetSimulator", targets: ["Quantities", "WrittenFiles", "MeterCore", "FleetSimulator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    ],
    targets: [
        // Seams: one thin module map or shim for each C library.
        .target(
            name: "CJPEG", path: "Sources/CLibraries/CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
        .systemLibrary(
            name: "CCairo", path: "Sources/CLibraries/CCairo", pkgConfig: "cairo-ft",
            providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/CLibraries/CCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),
        .target(name: "CCurl", path: "Sources/CLibraries/CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CSpawn", path: "Sources/CLibraries/CSpawn"),
        .target(
            name: "CSQLite", path: "Sources/CLibraries/CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CReaderModel", path: "Sources/CLibraries/CReaderModel"),
        .target(name: "CPhotoData", path: "Sources/CLibraries/CPhotoData"),
        .target(name: "CFleetData", path: "Sources/CLibraries/CFleetData"),
        .target(
            name: "CZXing", path: "Sources/CLibraries/CZXing", linkerSettings: [.linkedLibrary("ZXing")]),

        // The house.
        room("Quantities"),
        room("Wording"),
        room("WrittenFiles", [yams]),
        room("GasPhysics", ["Quantities"]),
        room("Billing", ["Quantities", "GasPhysics"]),
        room("MeterVision", ["Quantities", "CJPEG", "CZXing", "CReaderModel"]),
        room("InvoiceDocuments", ["Quantities", "GasPhysics", "Billing", "Wording", "CCairo"]),
        room(
            "VectorChecks", ["Quantities", "GasPhysics", "Billing", "Wording", "WrittenFiles", "InvoiceDocuments"]),

        room("Storage", ["Quantities", "CCrypto", "CSQLite", grdb, sqlite, logging, metrics, serviceLifecycle]),
        room("Accounts", ["Quantities", "GasPhysics", "Billing", "Storage", "CCrypto", logging]),
        room(
            "Intake",
            [
                "Quantities", "GasPhysics", "Billing", "Wording", "Storage", "Accounts", "MeterVision",
                "InvoiceDocuments", "CCrypto", "CCurl", "CSpawn", logging, metrics, serviceLifecycle,
            ]),
        room(
            "Web",
            [
                "Quantities", "Billing", "Wording", "Storage", "Accounts", "Intake", hummingbird, mustache, logging,
                metrics, serviceLifecycle, nioCore, nioHTTP1, httpTypes,
            ]),

        // The simulators.
        room("MeterCore", in: "Simulators"),
        room(
            "FleetSimulator", in: "Simulators",
            ["MeterCore", "Quantities", "GasPhysics", "WrittenFiles", "CFleetData"],
            exclude: ["Scenarios"]),
        room(
            "PhotoSimulator", in: "Simulators",
            ["MeterCore", "WrittenFiles", "CCairo", "CJPEG", "CCrypto", "CZXing", "CPhotoData"],
            exclude: ["Fonts", "Profiles"]),
        room("FleetExport", in: "Simulators", ["FleetSimulator", "MeterCore", "Quantities", "Storage"]),
        room(
            "CustomerSimulator", in: "Simulators",
            [
                "PhotoSimulator", "FleetSimulator", "MeterCore", "WrittenFiles", "CCrypto", "CCurl", hummingbird,
                logging,
                serviceLifecycle, nioCore,
                nioHTTP1, httpTypes,
            ]),

        room(
            "LoadTest", in: "Simulators",
            [
                "Quantities", "GasPhysics", "Billing", "Wording", "WrittenFiles", "Accounts", "MeterCore",
                "FleetSimulator", histogram,
            ], exclude: ["Samples"]),

        .executableTarget(
            name: "endeks",
            dependencies: [
                "Quantities", "GasPhysics", "Billing", "Wording", "WrittenFiles", "MeterVision", "InvoiceDocuments",
                "VectorChecks",
                "Storage", "Accounts", "Intake", "Web", "MeterCore", "FleetSimulator", "FleetExport", "PhotoSimulator",
                "CustomerSimulator", "LoadTest", argumentParser, logging, metrics, serviceLifecycle, unixSignals,
            ],
            path: "Sources/endeks", exclude: ["Endeks.docc"], swiftSettings: strict),

        room("Trials", in: "Tests"),
        tests("Quantities", ["Quantities"]),
        tests("GasPhysics", ["GasPhysics", "Quantities"]),
        tests("Billing", ["Billing", "GasPhysics", "Quantities"]),
        tests("VectorChecks", ["VectorChecks", "Billing", "GasPhysics", "Quantities"]),
        tests("Wording", ["Wording"]),
        tests("WrittenFiles", ["WrittenFiles"]),
        tests("InvoiceDocuments", ["InvoiceDocuments", "Billing", "GasPhysics", "Quantities", "Wording"]),
        tests("MeterVision", ["MeterVision", "Quantities", "CZXing"]),
        tests("MeterCore", ["MeterCore"]),
        tests("FleetSimulator", ["FleetSimulator", "MeterCore", "GasPhysics", "Quantities", "WrittenFiles"]),
        tests("PhotoSimulator", ["PhotoSimulator", "MeterCore", "WrittenFiles"]),
        tests("FleetExport", ["FleetExport", "FleetSimulator", "MeterCore", "Quantities", "Storage"]),
        tests("Storage", ["Storage", "Quantities", logging]),
        tests("Accounts", ["Accounts", "Storage", "Billing", "GasPhysics", "Quantities"]),
        tests(
            "Intake",
            [
                "Intake", "Accounts", "Storage", "MeterVision", "InvoiceDocuments", "Billing", "GasPhysics",
                "Quantities", "Wording", logging,
            ]),
        tests(
            "Web",
            [
                "Web", "Intake", "Accounts", "Storage", "Billing", "GasPhysics", "Quantities", "Wording", hummingbird,
                logging, metrics, serviceLifecycle, nioCore, httpTypes,
            ]),
        tests("CustomerSimulator", ["CustomerSimulator", "PhotoSimulator", "FleetSimulator", "MeterCore"]),
        tests(
            "LoadTest",
            [
                "LoadTest", "FleetSimulator", "MeterCore", "Billing", "GasPhysics", "Quantities", "Wording", "Accounts",
            ]),
        tests("Command", ["Quantities", "Billing", "MeterVision", "Wording", "Storage", "Accounts", "Intake"]),
    ]
)
