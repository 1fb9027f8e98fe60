/// Whether someone who opens a subscription at a place that was closed with debt [borçlu kapama] may be its debtor. [78]
///
/// The debt stays with the old subscriber; a newcomer never inherits it. What looks like the same household under another
/// name goes to a person: a surname in common proves nothing.
public enum NewcomerCheck: String, Hashable, Sendable, CaseIterable {
    /// Nothing links the two: the old subscription is closed with its debt, the new one opens.
    case open
    /// The surname is the same: a person looks at the documents.
    case askPerson
    /// It is the old subscriber: the debt is paid or planned first.
    case sameDebtor

    /// The check of a newcomer's name and of whether the identity number is the old subscriber's.
    public init(oldName: String, newName: String, hasSameIdentity: Bool) {
        let (old, new) = (FoldedName(oldName), FoldedName(newName))
        if hasSameIdentity {
            self = .sameDebtor
        } else if let surname = old.words.last, new.words.last == surname {
            self = .askPerson
        } else {
            self = .open
        }
    }
}
