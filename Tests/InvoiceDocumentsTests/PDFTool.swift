import Foundation

/// What the tools of poppler-utils, which did not write the PDF, say of it.
struct PDFTool {
    let pdf: [UInt8]

    /// The text of the page, in reading order.
    func text() throws -> String { try run("pdftotext", ["-layout"], output: ["-"]) }

    /// Each word with the rectangle that it stands in.
    func words() throws -> [(text: String, xMin: Double, yMin: Double, xMax: Double, yMax: Double)] {
        try run("pdftotext", ["-bbox"], output: ["-"]).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\"")
            guard line.contains("<word "), parts.count >= 9,
                let word = parts.last?.dropFirst().prefix(while: { $0 != "<" }),
                let xMin = Double(parts[1]), let yMin = Double(parts[3]), let xMax = Double(parts[5]),
                let yMax = Double(parts[7])
            else { return nil }
            return (String(word), xMin, yMin, xMax, yMax)
        }
    }

    func info() throws -> String { try run("pdfinfo", []) }

    func fonts() throws -> String { try run("pdffonts", []) }

    func images() throws -> String { try run("pdfimages", ["-list"]) }

    private func run(_ tool: String, _ arguments: [String], output: [String] = []) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments + [file.path] + output
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ToolFailure(tool: tool, status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self)
    }

    /// A tool that is missing (127; Debian's poppler-utils brings it) or does not take the file.
    struct ToolFailure: Error {
        let tool: String
        let status: Int32
    }
}

/// A counter's window that PhotoSimulator drew (`endeks simulate photos --windows-only --seed 5`).
func goldenCrop() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Golden/counter-window.jpg")))
}
