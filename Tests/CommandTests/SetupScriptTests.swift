import Foundation
import Testing

/// The functions of `tools/setup.sh`, each called in a shell of its own.
@Suite("The set-up script")
struct SetupScriptTests {
    private let clone = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What `script` prints and how it ends, after `tools/setup.sh` of a folder was read.
    private func shell(
        _ script: String, in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let setup = (folder ?? clone).appendingPathComponent("tools/setup.sh").path
        process.arguments = ["-c", "source \"$1\"\n" + script, "bash", setup]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }

    /// A folder with a space in its name that looks like a clone with its build, and is taken away after `body`.
    private func withScratchClone(_ body: (URL) throws -> Void) throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("endeks clone \(UUID().uuidString)")
        defer { try? files.removeItem(at: folder) }
        for place in ["Sources/Room", "Simulators", "Tests", "Images/model", "tools"] {
            try files.createDirectory(at: folder.appendingPathComponent(place), withIntermediateDirectories: true)
        }
        for place in ["Package.swift", "Sources/Room/Type.swift", "Sources/Room/Other.swift"] {
            try Data("//".utf8).write(to: folder.appendingPathComponent(place))
        }
        try files.copyItem(
            at: clone.appendingPathComponent("tools/setup.sh"), to: folder.appendingPathComponent("tools/setup.sh"))
        try body(folder)
    }

    @Test(
        "Swift 6.3 is new enough and anything older is not",
        arguments: [
            ("6.3", true), ("6.3.1", true), ("6.10", true), ("7.0", true), ("6.2.4", false), ("5.10.1", false),
        ])
    func versions(version: String, isEnough: Bool) throws {
        #expect(try shell("is_new_enough \(version)").status == (isEnough ? 0 : 1))
    }

    @Test("Where Swift is missing or too old, it says what it found, what to install and where it looked")
    func noSwift() throws {
        try withScratchClone { folder in
            let old = folder.appendingPathComponent("swift")
            try Data("#!/bin/bash\necho 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'\n".utf8).write(to: old)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: old.path)
            // Only what the script itself calls is in PATH, so that this machine's Swift is not found.
            let script = """
                for tool in sed head; do ln -s "$(command -v $tool)" "$clone/$tool"; done
                swift_places=("$clone/no*where")
                PATH=$clone
                find_swift
                """
            let (output, status) = try shell(script, in: folder)
            #expect(status == 1)
            #expect(output.contains("needs Swift 6.3 or newer"))
            #expect(output.contains("\(old.path) is 5.10.1"))
            #expect(output.contains("no*where"))
            #expect(output.contains("swiftly"))
        }
    }

    @Test("A missing package is named, and without apt-get the script ends with 1")
    func missingPackage() throws {
        let script = """
            command() { [[ $2 != apt-get && $2 != no-such-command ]] && builtin command "$@"; }
            install_missing "endeks-no-such-package no-such-command" "bash bash"
            """
        let (output, status) = try shell(script)
        #expect(status == 1)
        #expect(output.contains("endeks-no-such-package"))
        #expect(!output.contains(" bash"))
    }

    @Test(
        "A build is stale once a source was edited, added or taken away, and not before",
        arguments: [
            ("true", false), ("echo >> \"$clone/Sources/Room/Type.swift\"", true),
            ("echo > \"$clone/Sources/Room/New.swift\"", true), ("rm \"$clone/Sources/Room/Other.swift\"", true),
            ("touch -d 2001-01-01 \"$clone/Sources/Room/Type.swift\"", true), ("echo > \"$clone/README.md\"", false),
        ])
    func staleness(change: String, isStale: Bool) throws {
        try withScratchClone { folder in
            let script = """
                mkdir -p "$build/release"
                touch "$endeks" && chmod +x "$endeks"
                printf '%s\\n' /bin/bash > "$stamp"
                sleep 0.05
                touch "$stamp"
                # The clock of a file system ticks every few milliseconds.
                sleep 0.05
                \(change)
                status=0; is_stale || status=1
                rm -r "$build"
                exit $status
                """
            let cache = ["XDG_CACHE_HOME": folder.appendingPathComponent("cache").path]
            let status = try shell(script, in: folder, environment: cache).status
            #expect(status == (isStale ? 0 : 1))
        }
    }

    @Test("Two clones never share a build folder, and each has the same one every time")
    func buildFolders() throws {
        var folders: [String] = []
        for _ in 0..<2 {
            try withScratchClone { folder in
                let first = try shell("echo \"$build\"", in: folder).output
                let second = try shell("cd /; echo \"$build\"", in: folder).output
                #expect(second == first)
                folders.append(first)
            }
        }
        #expect(Set(folders).count == 2)
    }
}
