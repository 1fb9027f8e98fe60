/// Why a fleet is not exported into a folder.
package enum ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folder holds the export of another scenario, or of the same with other options; the name that was noted.
    case anotherExport(folder: String, scenario: String)
    /// The folder holds files that are no export.
    case foreignFolder(String)
    /// A file is no database any more, or shorter than was noted: the machine lost power, or somebody cut it.
    case damaged(file: String)
    /// Another process exports into the folder.
    case busy(folder: String)
    /// A name in the plan that a line of CSV cannot carry.
    case name(String)
    /// The folder or a file of it cannot be written.
    case notWritable(String)

    package var description: String {
        switch self {
        case .anotherExport(let folder, let scenario):
            "\(folder) holds an export of \(scenario) that this is not (another scenario, --hourly or version). "
                + "Choose another folder. [Klasörde başka bir senaryonun çıktısı var.]"
        case .foreignFolder(let folder):
            "\(folder) is not empty and holds no export. Choose a new folder. [Klasör boş değil.]"
        case .damaged(let file):
            "\(file) is damaged, or shorter than what was noted of it; remove the folder and start anew. [Dosya bozuk.]"
        case .busy(let folder): "another process exports into \(folder). [Klasöre başka bir süreç yazıyor.]"
        case .name(let name):
            "the name \(name) has a comma, a quote or a line end in it, which CSV files here do not carry"
        case .notWritable(let what): "\(what) cannot be written. [Yazılamıyor.]"
        }
    }
}
