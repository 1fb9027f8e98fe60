// swift-tools-version: 6.2
// The photo decoder, the seam to ZXing, the whole line, the parsers of the billing library and the files that the command takes, built with the sanitizers for libFuzzer. A package of its own, with the rooms' folders by way of a link: sanitizers are for every line of them, and for nothing else.
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

func product(_ product: String, _ package: String) -> Target.Dependency { .product(name: product, package: package) }

let package = Package(
    name: "endeks-fuzzing",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
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
        .target(
            name: "WrittenFiles", dependencies: [product("Yams", "Yams")], path: "Sources/WrittenFiles",
            swiftSettings: watched),
        .systemLibrary(name: "CCrypto", path: "Sources/CLibraries/CCrypto", pkgConfig: "libcrypto"),
        .target(
            name: "CSQLite", path: "Sources/CLibraries/CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "Wording", path: "Sources/Wording", swiftSettings: watched),
        .target(name: "GasPhysics", dependencies: ["Quantities"], path: "Sources/GasPhysics", swiftSettings: watched),
        .target(
            name: "Billing", dependencies: ["Quantities", "GasPhysics"], path: "Sources/Billing",
            swiftSettings: watched),
        .target(
            name: "Storage",
            dependencies: [
                "Quantities", "CCrypto", "CSQLite", product("GRDB", "GRDB.swift"), product("GRDBSQLite", "GRDB.swift"),
                product("Logging", "swift-log"), product("Metrics", "swift-metrics"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
            ], path: "Sources/Storage", swiftSettings: watched),
        .target(
            name: "Accounts",
            dependencies: [
                "Quantities", "GasPhysics", "Billing", "Storage", "CCrypto", product("Logging", "swift-log"),
            ], path: "Sources/Accounts", swiftSettings: watched),
        // The words of an explanation alone, without the paper.
        .target(
            name: "InvoiceDocuments", dependencies: ["Quantities", "Billing", "Wording"],
            path: "Sources/InvoiceDocuments", exclude: ["Drawing", "JSON", "Reversal"],
            sources: ["Explanation", "Invoice/InvoiceWriter.swift"], swiftSettings: watched),
        // What the command makes of the files that it is given, without the command; its types are internal.
        .target(
            name: "CommandFiles",
            dependencies: [
                "Quantities", "GasPhysics", "Billing", "Storage", "Accounts", "WrittenFiles", "Wording",
                "InvoiceDocuments",
            ],
            path: "Sources/endeks",
            exclude: [
                "Books", "Checking", "Demo", "Service", "Simulating", "Training", "Endeks.docc",
                "Endeks.swift",
                "ExitCodes.swift", "StandardError.swift", "Imports/ImportedFile.swift",
                "Imports/ImportedFile+TakeOver.swift",
            ],
            sources: [
                "Imports", "Settings", "Billing/ExplainedInvoice.swift", "Billing/ExplanationText.swift",
            ],
            swiftSettings: watched + [.unsafeFlags(["-enable-testing"])]),
        target("Decode", ["MeterVision", "CFuzzer"]),
        target("Line", ["MeterVision", "CFuzzer"]),
        target("Codes", ["CZXing", "CFuzzer"]),
        target("Figures", ["Quantities", "CFuzzer"]),
        target("Records", ["WrittenFiles", "CFuzzer"]),
        target(
            "Files",
            [
                "Quantities", "Billing", "Accounts", "Wording", "WrittenFiles", "InvoiceDocuments", "CommandFiles",
                "CFuzzer",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
