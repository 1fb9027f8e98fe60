public import Quantities

/// To whose account a transfer [havale/EFT] belongs, by its text: posted, suggested, left to a person, or unknown. [109]
///
/// Only a number posts. A name never does: two people can have one name, and a name is easily somebody else's.
public struct TransferMatch: Hashable, Sendable {
    /// What is done with the money.
    public enum Result: String, Hashable, Sendable, CaseIterable {
        /// It is posted to the account.
        case post
        /// The account is suggested; a person confirms.
        case suggest
        /// A person decides: the text contradicts itself or fits several.
        case manual
        /// Nothing in it points anywhere: it waits on the suspense account.
        case suspense
    }

    /// How much speaks for the account, from nothing to everything.
    public enum Confidence: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// Nothing points to an account.
        case none
        /// What points to accounts disagrees.
        case contradictory
        /// A name alone, of one subscriber.
        case nameOnly
        /// One number that stands alone, without a known name.
        case number
        /// A number and the registered name, or both numbers of one subscriber.
        case numberConfirmed

        /// Whether less speaks for the left one.
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// Why it was decided so.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// A subscriber's or an installation's number stands in the text.
        case number
        /// Numbers of different subscribers stand in it.
        case numbersDisagree
        /// The number is one subscriber's and the name another's.
        case numberAndNameDisagree
        /// The name is one subscriber's.
        case nameUnique
        /// The name is that of several subscribers, or several names stand in it.
        case nameAmbiguous
        /// Neither a number nor a name is known.
        case nothingKnown
        /// It came in on an account that is none of the utility's; no text makes it a customer's payment.
        case accountUnknown
    }

    /// What is done with the money.
    public let result: Result
    /// The account that it is posted to or suggested for; `nil` where a person decides or nothing is known.
    public let account: SubscriberNumber?
    /// How much speaks for it.
    public let confidence: Confidence
    /// Why it was decided so.
    public let reason: Reason

    /// The match of a transfer's text, of a line that came in on `account` of those that the utility prints. [110]
    ///
    /// A line of an account that the issuer does not have is left to a person, whatever its text says.
    public init(_ text: String, in directory: TransferDirectory, on account: IBAN, of issuer: Issuer) {
        if issuer.bankAccounts.contains(account) {
            self.init(text, in: directory)
        } else {
            self.init(.manual, nil, .none, .accountUnknown)
        }
    }

    /// The match of a transfer's text.
    public init(_ text: String, in directory: TransferDirectory) {
        let runs = DigitRuns(text, isKnown: directory.knows)
        let known = Set(runs.numbers.filter(directory.knows))
        let numbered = Set(known.flatMap(directory.entries(withNumber:)))
        let named = directory.entries(named: FoldedName(text).words)
        if let place = numbered.first {
            if numbered.union(runs.doubtful.flatMap(directory.entries(withNumber:))).count > 1 {
                self.init(.manual, nil, .contradictory, .numbersDisagree)
            } else if named.isEmpty || named.contains(place) {
                let isConfirmed = known.count > 1 || !named.isEmpty
                self.init(.post, directory.entries[place], isConfirmed ? .numberConfirmed : .number, .number)
            } else {
                self.init(.manual, nil, .contradictory, .numberAndNameDisagree)
            }
        } else if let place = named.first {
            if named.count > 1 {
                self.init(.manual, nil, .contradictory, .nameAmbiguous)
            } else {
                self.init(.suggest, directory.entries[place], .nameOnly, .nameUnique)
            }
        } else {
            self.init(.suspense, nil, .none, .nothingKnown)
        }
    }

    private init(
        _ result: Result, _ entry: TransferDirectory.Entry?, _ confidence: Confidence, _ reason: Reason
    ) {
        self.result = result
        account = entry?.subscriber
        self.confidence = confidence
        self.reason = reason
    }
}
