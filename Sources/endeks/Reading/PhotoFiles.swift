import Foundation
import MeterVision

/// The photos that arguments name.
enum PhotoFiles {
    /// A photo to be read: a file, or standard input.
    struct File {
        /// As given, or as found in a folder given.
        let name: String
    }

    /// Why a file that is there gave no bytes.
    struct Problem: Error {
        let reason: ReasonCode
        let text: String
    }

    /// No photo of a meter is larger.
    fileprivate static let most = 48 << 20

    /// The photos in the order of the arguments, a folder's by name; and what is wrong with the other arguments.
    static func find(_ arguments: [String]) -> (files: [File], problems: [String]) {
        var (files, problems): ([File], [String]) = ([], [])
        for argument in arguments {
            var isFolder: ObjCBool = false
            if argument == "-" {
                files.append(File(name: argument))
            } else if !FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
                problems.append("\(argument): there is no such file or folder. Check the path.")
            } else if !isFolder.boolValue {
                files.append(File(name: argument))
            } else if let found = photos(in: argument) {
                files += found
                if found.isEmpty { problems.append("\(argument): no photo (*.jpg, *.jpeg) lies in this folder.") }
            } else {
                problems.append("\(argument): this folder may not be read.")
            }
        }
        return (files, problems)
    }

    private static func photos(in folder: String) -> [File]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let photos = names.filter { name in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: base + name, isDirectory: &isFolder)
            let kind = name.split(separator: ".").last?.lowercased() ?? ""
            return !name.hasPrefix(".") && ["jpg", "jpeg"].contains(kind) && isThere && !isFolder.boolValue
        }
        return photos.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { File(name: base + $0) }
    }

    /// What the first bytes of another kind of picture are, and what to do about it; nil for a JPEG and the unknown.
    static func kindHint(_ bytes: [UInt8]) -> String? {
        func stands(_ text: String, at place: Int) -> Bool {
            bytes.count >= place + text.utf8.count && bytes[place..<place + text.utf8.count].elementsEqual(text.utf8)
        }
        if stands("ftyphei", at: 4) || stands("ftypmif1", at: 4) {
            return "this is HEIC, not JPEG. Convert it first, for example with heif-convert."
        }
        if stands("PNG", at: 1) { return "this is PNG, not JPEG. Send the camera's own photo, or convert it." }
        if stands("WEBP", at: 8) { return "this is WebP, not JPEG. Convert it first, for example with dwebp." }
        if stands("%PDF", at: 0) { return "this is PDF, not JPEG. Send the photo itself." }
        return nil
    }
}

extension PhotoFiles.File {
    /// The file's bytes; one larger than any photo is not read to its end.
    func bytes() -> Result<[UInt8], PhotoFiles.Problem> {
        let most = PhotoFiles.most
        let handle = name == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: name)
        guard let handle else {
            return .failure(.init(reason: .notAJPEG, text: "this file may not be read. Check its permissions."))
        }
        var bytes: [UInt8] = []
        do {
            while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
                bytes.append(contentsOf: chunk)
                if bytes.count > most {
                    return .failure(
                        .init(
                            reason: .tooLarge,
                            text: "this file is larger than \(most >> 20) MB, which no photo of a meter is."))
                }
            }
        } catch {
            return .failure(.init(reason: .notAJPEG, text: "this file cannot be read: \(error.localizedDescription)"))
        }
        return .success(bytes)
    }
}
