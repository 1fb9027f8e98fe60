// swift-tools-version: 6.2
// The photo decoder, the seam to ZXing, the whole line and the parsers of the billing library, built with the sanitizers for libFuzzer. A package of its own, with the rooms' folders by way of a link: sanitizers are for every line of them, and for nothing else.
import PackageDescription

let watched: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=address,fuzzer"]),
]
let watchedC: [CSetting] = [
    // Undefined behaviour ends the program where it happens; Swift's runtime has no reporter for it.
    .unsafeFlags(["-fsanitize=address,undefined,fuzzer-no-link", "-fsanitize-trap=undefined", "-g"])
]

func target(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: name, swiftSettings: watched,
        linkerSettings: [.unsafeFlags(["-sanitize=address,fuzzer", "-use-ld=lld"])])
}

let package = Package(
    name: "endeks-fuzzing",
    targets: [
        .target(
            name: "CJPEG", path: "Sources/CLibraries/CJPEG", cSettings: watchedC,
            linkerSettings: [.linkedLibrary("jpeg")]),
        .systemLibrary(name: "CFuzzer", path: "CFuzzer"),
        .target(name: "CReaderModel", path: "Sources/CLibraries/CReaderModel"),
        .target(
            name: "CZXing", path: "Sources/CLibraries/CZXing",
            cxxSettings: [
                .unsafeFlags(["-fsanitize=address,undefined,fuzzer-no-link", "-fsanitize-trap=undefined", "-g"])
            ],
            linkerSettings: [.linkedLibrary("ZXing")]),
        .target(name: "Quantities", path: "Sources/Quantities", swiftSettings: watched),
        .target(
            name: "MeterVision", dependencies: ["Quantities", "CJPEG", "CReaderModel", "CZXing"],
            path: "Sources/MeterVision", swiftSettings: watched),
        // The reader of vector files alone: the room around it draws invoices.
        .target(
            name: "VectorRecords", path: "Sources/VectorChecks/Files",
            sources: ["CommaSeparatedRecords.swift", "VectorFileError.swift"], swiftSettings: watched),
        target("Decode", ["MeterVision", "CFuzzer"]),
        target("Line", ["MeterVision", "CFuzzer"]),
        target("Codes", ["CZXing", "CFuzzer"]),
        target("Figures", ["Quantities", "CFuzzer"]),
        target("Records", ["VectorRecords", "CFuzzer"]),
    ],
    swiftLanguageModes: [.v6]
)
