/// What a clerk's decision says about a picture; what a machine alone took for right is no truth.
enum TrainingTruth: Hashable, Sendable {
    /// The black digits as printed.
    case index(String)
    /// Nobody can read it.
    case unreadable

    /// The truth of a decision that took effect.
    ///
    /// Throws `TrainingOmission.rejectedOtherwise` where the decision says nothing of the digits' legibility.
    init(_ decision: ReviewDecision, of photo: PhotoRow) throws(TrainingOmission) {
        if case .reject(let reason) = decision {
            guard reason.meansUnreadable else { throw .rejectedOtherwise }
            self = .unreadable
        } else {
            guard let index = decision.index(of: photo), !index.isEmpty else { throw .noWindow }
            self = .index(index)
        }
    }
}

extension RejectReason {
    /// Whether it says that the digits in the window cannot be read.
    fileprivate var meansUnreadable: Bool {
        switch self {
        case .blurred, .glare, .tooDark: true
        case .digitsCut, .otherMeter, .serialNotVisible, .notAMeter, .screenPhoto: false
        }
    }
}
