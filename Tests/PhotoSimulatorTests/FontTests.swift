import Foundation
import PhotoSimulator
import Testing

@Suite("Fonts of the renderer")
struct FontTests {
    @Test("The list has sixty open fonts or more, each with its package and its SHA-256")
    func list() {
        #expect(FontList.all.count >= 60)
        #expect(Set(FontList.all.map(\.path)).count == FontList.all.count)
        for font in FontList.all {
            #expect(font.package.hasPrefix("fonts-"))
            #expect(font.digest.count == 64)
        }
        for style in FontFile.Style.allCases { #expect(FontList.all.contains { $0.style == style }) }
    }

    @Test("A font that is not there is an error that names its package")
    func missing() {
        var files = FontList.all
        files.append(FontFile(style: .mono, package: "fonts-nowhere", digest: "", path: "/usr/share/fonts/nowhere.ttf"))
        #expect(throws: FontError.missing(packages: ["fonts-nowhere"])) { try FontSet(files: files) }
        #expect("\(FontError.missing(packages: ["fonts-nowhere"]))".contains("apt-get install fonts-nowhere"))
    }

    @Test("A file that is not the font of the list is an error: a seed would mean another picture")
    func changed() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "endeks-font-\(UUID().uuidString).ttf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("no font".utf8).write(to: file)
        let other = FontFile(
            style: .mono, package: "fonts-other", digest: String(repeating: "0", count: 64), path: file.path)
        #expect(throws: FontError.changed(paths: [file.path], packages: ["fonts-other"])) {
            try FontSet(files: [other])
        }
    }

    @Test("All of the list are there and unchanged")
    func present() throws { #expect(try FontSet().files == FontList.all) }
}
