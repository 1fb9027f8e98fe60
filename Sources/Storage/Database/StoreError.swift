internal import Foundation
internal import GRDB

/// Why the database did not do what it was asked for.
package enum StoreError: Error, Hashable, Sendable {
    /// The disk is full.
    case full
    /// The database cannot be written or read now: locked by another, read-only, gone, or the disk fails.
    case unavailable(String)
    /// The statement breaks a constraint of the table.
    case constraint(String)
    /// A column that the statement should give is not there, or holds another kind of value.
    case column(String)
    /// The file is no database, is damaged, or belongs to a newer Endeks.
    case unusable(String)
    /// Another service works on the data folder.
    case locked
    /// The job is no longer there: somebody called it off.
    case jobGone
    /// Anything else that SQLite says; a mistake of ours.
    case failed(String)

    /// What SQLite's error means; its message names tables and columns, never values.
    init(_ error: any Error) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed("\(error)")
            return
        }
        let message = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_CONSTRAINT: self = .constraint(message)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .unusable(message)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM,
            .SQLITE_INTERRUPT, .SQLITE_NOMEM, .SQLITE_PROTOCOL, .SQLITE_ABORT:
            self = .unavailable(message)
        default: self = .failed(message)
        }
    }

    /// What the operating system's error means for something that is no database.
    init(errno problem: Int32, _ what: String) {
        switch problem {
        case ENOSPC, EDQUOT: self = .full
        default: self = .unavailable("\(what): \(String(cString: strerror(problem)))")
        }
    }
}
