internal import Storage

extension StoreError {
    /// Which kind of failure it is; says nothing of what was to be stored.
    var shortReason: String {
        switch self {
        case .full: "disk full"
        case .unavailable: "database unavailable"
        case .constraint: "constraint"
        case .column: "column"
        case .unusable: "database unusable"
        case .locked: "folder locked"
        case .jobGone: "job gone"
        case .failed: "failed"
        }
    }
}
