import ArgumentParser

/// How a command of Endeks ends; the numbers never change meaning, so that scripts can rely on them.
enum EndeksExit: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case modelUnusable = 2
    case noPhotoAccepted = 3
    case noPhotoFound = 4
    case subscriberFileWrong = 5
    case tariffFileWrong = 6
    case indexLowerThanLast = 7
    case prepaidSubscriber = 8
    case outputNotWritable = 9
    case vectorFileWrong = 10
    case periodBilled = 11
    case photoUnreadable = 12
    case dataFolderUnusable = 13
    case invoiceNotFound = 14
    case usage = 64

    var meaning: String {
        switch self {
        case .done: "done"
        case .failed: "a check failed, or an error that none of these codes names"
        case .modelUnusable: "a model file that cannot be used"
        case .noPhotoAccepted: "no photo was accepted, so there is no invoice"
        case .noPhotoFound: "no photo found, or a path that does not exist"
        case .subscriberFileWrong: "the file of subscribers, readings, meter changes or payments is wrong"
        case .tariffFileWrong: "the tariff or policy file is wrong, or lacks a figure for the period"
        case .indexLowerThanLast: "the index is lower than the last one, and that is no rollover"
        case .prepaidSubscriber: "the subscriber has a prepaid meter, which is not billed by photo"
        case .outputNotWritable: "the output folder cannot be written"
        case .vectorFileWrong: "a vector file is wrong"
        case .periodBilled: "the period is billed already by another invoice in the output folder"
        case .photoUnreadable: "no file could be opened as a photo: empty, cut short, too large, or no JPEG"
        case .dataFolderUnusable: "the data folder, or a backup of one, cannot be used"
        case .invoiceNotFound: "there is no such invoice"
        case .usage: "an argument is wrong"
        }
    }

    var code: ExitCode { ExitCode(rawValue) }

    /// The table of the codes that a command can end with, for the end of its `--help`.
    static func table(_ codes: [EndeksExit] = EndeksExit.allCases) -> String {
        let rows = codes.map { exit in
            String(repeating: " ", count: exit.rawValue < 10 ? 3 : 2) + "\(exit.rawValue)  \(exit.meaning)"
        }
        return "EXIT CODES:\n" + rows.joined(separator: "\n")
    }
}

/// An end that has been thought of: what is told on standard error, and the code that goes with it.
struct CommandFailure: Error {
    let exit: EndeksExit
    let message: String
    /// What a customer would be told, in the subscriber's language, where there is one to tell.
    let told: String?

    init(_ exit: EndeksExit, _ message: String, told: String? = nil) {
        self.exit = exit
        self.message = message
        self.told = told
    }
}
