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

/// A room of the house; its name is its folder's name.
func room(
    _ name: String, in folder: String = "Sources", _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: "\(folder)/\(name)", exclude: exclude, swiftSettings: strict)
}

/// The tests of a room, with its golden files beside them.
///
/// Tests find those files by `#filePath`.
func tests(_ room: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: dependencies, path: "Tests/\(room)Tests", exclude: ["Golden"],
        swiftSettings: strict)
}

let package = Package(
    name: "endeks",
    products: [
        .executable(name: "endeks", targets: ["endeks"]),
        .library(name: "Billing", targets: ["Quantities", "GasPhysics", "Billing"]),
        .library(name: "MeterVision", targets: ["MeterVision"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Seams: one thin module map or shim for each C library.
        .target(
            name: "CJPEG", path: "Sources/CLibraries/CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
        .systemLibrary(
            name: "CTesseract", path: "Sources/CLibraries/CTesseract",
            providers: [.apt(["libtesseract-dev", "libleptonica-dev"])]),
        .systemLibrary(
            name: "CCairo", path: "Sources/CLibraries/CCairo", pkgConfig: "cairo-ft",
            providers: [.apt(["libcairo2-dev"])]),
        .target(name: "CReaderModel", path: "Sources/CLibraries/CReaderModel"),

        // The house.
        room("Quantities"),
        room("Wording"),
        room("GasPhysics", ["Quantities"]),
        room("Billing", ["Quantities", "GasPhysics"]),
        room("MeterVision", ["Quantities", "CJPEG", "CTesseract", "CReaderModel"]),
        room("InvoiceDocuments", ["Quantities", "GasPhysics", "Billing", "Wording", "CCairo"]),
        room("VectorChecks", ["Quantities", "GasPhysics", "Billing", "Wording", "InvoiceDocuments"]),

        // The simulators.
        room("MeterCore", in: "Simulators"),
        room("PhotoSimulator", in: "Simulators", ["MeterCore", "CCairo", "CJPEG"]),

        .executableTarget(
            name: "endeks",
            dependencies: [
                "Quantities", "GasPhysics", "Billing", "Wording", "MeterVision", "InvoiceDocuments", "VectorChecks",
                "MeterCore", "PhotoSimulator", argumentParser, yams,
            ],
            path: "Sources/endeks", exclude: ["Endeks.docc"], swiftSettings: strict),

        tests("Quantities", ["Quantities"]),
        tests("GasPhysics", ["GasPhysics", "Quantities"]),
        tests("Billing", ["Billing", "GasPhysics", "Quantities"]),
        tests("VectorChecks", ["VectorChecks", "Billing", "GasPhysics", "Quantities"]),
        tests("Wording", ["Wording"]),
        tests("InvoiceDocuments", ["InvoiceDocuments", "Billing", "GasPhysics", "Quantities", "Wording"]),
        tests("MeterVision", ["MeterVision", "Quantities"]),
        tests("MeterCore", ["MeterCore"]),
        tests("PhotoSimulator", ["PhotoSimulator", "MeterCore"]),
        tests("Command", ["MeterVision", "Wording"]),
    ]
)
