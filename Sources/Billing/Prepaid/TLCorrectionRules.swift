public import Quantities

/// The fifteen points of the TL correction [Türk Lirası düzeltme uygulama yöntemi] as values: what the Board decided for a
/// company.
///
/// The method is one; companies differ in these figures alone. Rows 125-142. The sets that ship stand in `Policies`.
public struct TLCorrectionRules: Hashable, Sendable {
    /// The decision that a set rests on (row 142).
    public struct Decision: Hashable, Sendable {
        /// Its number, or the text that holds it.
        public let identifier: String
        /// Its day; of İzgaz's set the day of the memo, which is not that of the Board's approval.
        public let date: CivilDate
        /// SHA-256 over the fifteen points as UTF-8, a line a point, each line ended by one LF: in hexadecimal.
        public let textHash: String
    }

    /// Who bears the difference when the company did not read a meter (point 12).
    public enum UnreadRelief: String, Hashable, Sendable, CaseIterable {
        /// Each matched portion by itself: credits are given, debits are not taken. The text read literally.
        case perPortion
        /// The sum of the period's portions: nothing is taken where it is a debit.
        case netted = "net"
    }

    /// When the corrections begin (point 15).
    public enum Beginning: String, Hashable, Sendable, CaseIterable {
        /// With the first lot from the cut-off on.
        case cutOff
        /// With the last reading before the Board's approval, which must be given.
        case approval
    }

    /// The set's name: `cinigaz`, `izgaz`.
    public let name: String
    /// The version, which every document made with the set stores.
    public let version: String
    /// The decision that it rests on.
    public let decision: Decision
    /// The first day of purchase that is corrected [kesim tarihi]; older lots are consumed with no difference.
    public let cutOff: CivilDate
    /// When the corrections begin.
    public let beginning: Beginning
    /// From how many unread months in a row through the company's fault the relief of point 12 holds, that number included.
    public let unreadMonthsForRelief: Int
    /// How the relief is given.
    public let unreadRelief: UnreadRelief
    /// The share of a payment that must buy new gas while there is a debt (point 14).
    public let leastGasShare: Rate
    /// Whether Eksi Gaz debt is bound by that share together with the correction debt: one cap for both.
    public let isEksiGasUnderOneCap: Bool
    /// For how many months the plan "%50 gaz, %50 borca" for Eksi Gaz debt runs (row 18).
    public let eksiGasPlanMonths: Int
    /// Whether a lot may be matched with use that lies before its purchase: gas of the meter's reserve [yedek gaz], which
    /// the next load pays back.
    public let doPurchasesCoverEarlierUse: Bool

    /// A set of those values.
    public init(
        name: String, version: String, decision: Decision, cutOff: CivilDate, beginning: Beginning,
        unreadMonthsForRelief: Int = 2, unreadRelief: UnreadRelief = .perPortion,
        leastGasShare: Rate = Rate(partsPerMillion: 500_000), isEksiGasUnderOneCap: Bool = true,
        eksiGasPlanMonths: Int = 6, doPurchasesCoverEarlierUse: Bool = true
    ) {
        self.name = name
        self.version = version
        self.decision = decision
        self.cutOff = cutOff
        self.beginning = beginning
        self.unreadMonthsForRelief = unreadMonthsForRelief
        self.unreadRelief = unreadRelief
        self.leastGasShare = leastGasShare
        self.isEksiGasUnderOneCap = isEksiGasUnderOneCap
        self.eksiGasPlanMonths = eksiGasPlanMonths
        self.doPurchasesCoverEarlierUse = doPurchasesCoverEarlierUse
    }

    /// The same set with the relief of point 12 given another way: another version, `…+net` or `…+perPortion`.
    public func with(unreadRelief relief: UnreadRelief) -> TLCorrectionRules {
        TLCorrectionRules(
            name: name, version: relief == unreadRelief ? version : version + "+" + relief.rawValue,
            decision: decision, cutOff: cutOff, beginning: beginning, unreadMonthsForRelief: unreadMonthsForRelief,
            unreadRelief: relief, leastGasShare: leastGasShare,
            isEksiGasUnderOneCap: isEksiGasUnderOneCap, eksiGasPlanMonths: eksiGasPlanMonths,
            doPurchasesCoverEarlierUse: doPurchasesCoverEarlierUse)
    }
}

extension TLCorrectionRules.Decision {
    /// A decision with its text's hash.
    public init(identifier: String, on date: CivilDate, textHash: String) {
        self.init(identifier: identifier, date: date, textHash: textHash)
    }
}

/// From when a company's corrections hold, where its rule set does not say so itself (row 141).
public enum CorrectionStart: Hashable, Sendable {
    /// The last reading before the Board's approval: use up to that day is not corrected.
    case lastReadingBeforeApproval(CivilDate)
    /// The day of the approval itself: use up to the subscriber's last reading before that day is not corrected.
    case approval(CivilDate)
}
