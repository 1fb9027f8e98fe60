public import Quantities

/// The paper invoices that are carried to an institution, each handed over against a signature [imza karşılığı teslim]. [57]
public struct DeliveryList: Hashable, Sendable {
    /// A hand-over, as it was signed for.
    public struct HandOver: Hashable, Sendable, MaskedWhenPrinted {
        /// What came of it.
        public enum Result: String, Hashable, Sendable, CaseIterable {
            /// It was taken and signed for.
            case signed
            /// It was taken, and the signature refused [imzadan imtina]: two of ours signed the minutes. [44]
            case signatureRefused
        }

        /// The day.
        public let day: CivilDate
        /// Who took it, by name and office.
        public let receivedBy: String
        /// What came of it.
        public let result: Result
        /// The number of the signed list, or of the minutes.
        public let evidence: String

        /// A hand-over of that day.
        public init(day: CivilDate, receivedBy: String, result: Result, evidence: String) {
            self.day = day
            self.receivedBy = receivedBy
            self.result = result
            self.evidence = evidence
        }

        /// The day and what came of it, without a name.
        public var description: String { "\(result.rawValue) on \(day)" }
    }

    /// The institution's name.
    public let institution: String
    /// The invoices, in the order of the list.
    public let invoices: [InvoiceNumber]
    /// Those that were handed over.
    public let handOvers: [InvoiceNumber: HandOver]

    /// A list of invoices of which none is handed over yet.
    ///
    /// Throws `invoiceTwice`, and `notOnPaper` for an invoice whose scenario is electronic.
    public init(
        institution: String, invoices: [(number: InvoiceNumber, scenario: EInvoiceScenario)]
    ) throws(DeliveryError) {
        var numbers: Set<InvoiceNumber> = []
        for (number, scenario) in invoices {
            guard scenario.isHandedOver else { throw .notOnPaper(number) }
            guard numbers.insert(number).inserted else { throw .invoiceTwice(number) }
        }
        self.init(institution, invoices.map { $0.number }, [:])
    }

    private init(_ institution: String, _ invoices: [InvoiceNumber], _ handOvers: [InvoiceNumber: HandOver]) {
        self.institution = institution
        self.invoices = invoices
        self.handOvers = handOvers
    }

    /// The invoices that nobody has taken yet.
    public var outstanding: [InvoiceNumber] { invoices.filter { handOvers[$0] == nil } }

    /// The list after some of its invoices were handed over; the same told again changes nothing.
    ///
    /// Throws `notOnList` for another invoice, `handedOverBefore` where it was handed over in another way, and
    /// `evidenceMissing`; then nothing is taken over.
    public func handing(over numbers: [InvoiceNumber], _ handOver: HandOver) throws(DeliveryError) -> DeliveryList {
        guard !handOver.evidence.isEmpty, !handOver.receivedBy.isEmpty else { throw .evidenceMissing }
        var handOvers = handOvers
        for number in numbers {
            guard invoices.contains(number) else { throw .notOnList(number) }
            guard handOvers[number] == nil || handOvers[number] == handOver else { throw .handedOverBefore(number) }
            handOvers[number] = handOver
        }
        return DeliveryList(institution, invoices, handOvers)
    }
}

/// Why a delivery list does not do what was asked.
public enum DeliveryError: Error, Hashable, Sendable {
    /// An invoice stands twice.
    case invoiceTwice(InvoiceNumber)
    /// The institution gets that invoice electronically: no paper is carried there.
    case notOnPaper(InvoiceNumber)
    /// The invoice is not on the list.
    case notOnList(InvoiceNumber)
    /// The invoice was handed over before, on another day or to another person: a person decides.
    case handedOverBefore(InvoiceNumber)
    /// Who took it, or the number of the signed paper, is missing.
    case evidenceMissing
}
