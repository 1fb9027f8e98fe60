package import Billing
package import MeterVision
package import Quantities

/// What becomes of a photo that was read: one pure function from values to a value.
package enum PhotoDecision: Hashable, Sendable {
    /// The index is billed.
    case bill(SubscriberNumber, Index)
    /// The period has its invoice, with this very index: it is sent again.
    case repeatInvoice(SubscriberNumber, InvoiceNumber)
    /// The reading is fine, and nothing is billed of it now.
    case deferred(SubscriberNumber, Index, BillingDeferral)
    /// A person decides, for these reasons; the meter, where it is known which one.
    case review(SubscriberNumber?, [String])
    /// The customer is told why, and what to do.
    case refuse([String])
    /// The meter is prepaid: the customer is told why there is no invoice.
    case prepaid(SubscriberNumber)

    /// What is known of a photo once it is read.
    package struct Facts: Hashable, Sendable {
        /// What the reader by itself would do.
        package var reader: ReadingDecision
        /// The reader's codes, the weightiest first.
        package var reasons: [String]
        /// The black digits as printed.
        package var index: String?
        /// The printed serial, where it was read for certain.
        package var serial: String?
        /// The sender's meters.
        package var meters: [KnownMeter]
        /// The sender asked for a person.
        package var asksPerson: Bool

        package init(
            reader: ReadingDecision, reasons: [String], index: String?, serial: String?, meters: [KnownMeter],
            asksPerson: Bool = false
        ) {
            (self.reader, self.reasons, self.index, self.serial) = (reader, reasons, index, serial)
            (self.meters, self.asksPerson) = (meters, asksPerson)
        }
    }

    /// What billing an index would lead to.
    package enum Outlook: Hashable, Sendable {
        case billable
        /// The period's invoice has this index.
        case billedAlike(InvoiceNumber)
        /// The period's invoice has another one.
        case billedOtherwise
        /// Nothing is billed now, and nothing is lost.
        case deferred(BillingDeferral)
        /// It cannot be billed without a person, for these reasons; the rules and figures that say so, where it is they.
        case problem([PhotoReason], [String: String])
    }

    /// The meter and the index that billing is to be asked about; nil where that does not matter any more.
    package static func candidate(_ facts: Facts) -> (subscriber: SubscriberNumber, index: Index)? {
        guard facts.reader == .accept, !facts.asksPerson, case .meter(let meter) = facts.match, !meter.isPrepaid,
            let index = facts.index(on: meter)
        else { return nil }
        return (meter.subscriber, index)
    }

    /// The decision; `outlook` is that of `candidate`.
    package init(_ facts: Facts, outlook: Outlook?) {
        if facts.asksPerson {
            self = .review(facts.match.meter?.subscriber, Self.codes([.objection]) + facts.reasons)
            return
        }
        guard facts.reader != .refuse else {
            self = .refuse(facts.reasons)
            return
        }
        switch facts.match {
        case .none:
            self = .review(nil, Self.codes([.subscriberUnknown]) + facts.reasons)
        case .contradicted:
            let others = facts.reasons.filter { $0 != PhotoReason.serialDiffers.rawValue }
            self = .review(
                facts.meters.count == 1 ? facts.meters.first?.subscriber : nil,
                Self.codes([.serialDiffers]) + others)
        case .undecided:
            self = .review(nil, Self.codes([.severalMeters]) + facts.reasons)
        case .meter(let meter) where meter.isPrepaid:
            self = .prepaid(meter.subscriber)
        case .meter(let meter):
            self = Self.decision(facts, on: meter, outlook)
        }
    }

    private static func decision(_ facts: Facts, on meter: KnownMeter, _ outlook: Outlook?) -> PhotoDecision {
        guard facts.reader == .accept else { return .review(meter.subscriber, facts.reasons) }
        guard let index = facts.index(on: meter) else {
            return .review(meter.subscriber, codes([.wheelCountDiffers]) + facts.reasons)
        }
        switch outlook {
        case .billable: return .bill(meter.subscriber, index)
        case .billedAlike(let invoice): return .repeatInvoice(meter.subscriber, invoice)
        case .deferred(let deferral): return .deferred(meter.subscriber, index, deferral)
        case .billedOtherwise: return .review(meter.subscriber, codes([.periodBilled]) + facts.reasons)
        case .problem(let reasons, _): return .review(meter.subscriber, codes(reasons) + facts.reasons)
        case nil: return .review(meter.subscriber, codes([.cannotBeBilled]) + facts.reasons)
        }
    }

    private static func codes(_ reasons: [PhotoReason]) -> [String] { reasons.map(\.rawValue) }
}

extension PhotoDecision.Facts {
    /// Which of the sender's meters the serial speaks for.
    var match: MeterMatch { MeterMatch(serial: serial, meters: meters) }

    /// The index on this meter's counter; nil where it has not as many digits as wheels.
    func index(on meter: KnownMeter) -> Index? {
        guard let index, let printed = try? Index(printed: index), printed.digits == meter.wheels else { return nil }
        return printed
    }
}
