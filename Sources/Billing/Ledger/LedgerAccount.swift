/// An account of the ledger, by its number in the uniform chart of accounts [Tekdüzen Hesap Planı, 1 Sıra No'lu MSUGT].
///
/// The three digits are the chart's; what stands after a point is a division of ours, as the chart allows. The nines are
/// memo accounts [nazım hesaplar], whose numbers the chart leaves free.
public enum LedgerAccount: String, Hashable, Sendable, CaseIterable {
    /// Cash, by cash desk [Kasa].
    case cash = "100"
    /// Bank, by account [Bankalar].
    case bank = "102"
    /// What customers owe [Alıcılar].
    case receivables = "120"
    /// What customers owe under an instalment plan and need not pay yet.
    case instalments = "120.10"
    /// The late fees that customers owe, with KDV.
    case lateFees = "120.20"
    /// What is to be paid out to customers [Diğer Çeşitli Borçlar].
    case refundsPayable = "336.10"
    /// What came to customers' deposits: interest, or the difference of the index.
    case depositInterest = "336.20"
    /// TL correction passed through to the supplier: neither income nor cost of the distributor (point 9). [117, 133]
    case correctionPassThrough = "336.30"
    /// What nobody claimed for five years and belongs to the Treasury [Hazine].
    case treasury = "336.40"
    /// System use passed through, where the invoice collects it for another.
    case systemUsePassThrough = "336.50"
    /// Transfers whose sender is not known yet.
    case suspense = "336.60"
    /// What customers have in hand: overpaid, credited [Alınan Avanslar].
    case customerCredit = "340"
    /// KDV collected for the state [Hesaplanan KDV].
    case valueAddedTax = "391"
    /// Deposits held [Alınan Depozito ve Teminatlar].
    case deposits = "426"
    /// Sales at home [Yurt İçi Satışlar].
    case sales = "600"
    /// Late fees earned [Faiz Gelirleri].
    case lateFeeIncome = "642"
    /// Other income: what rounding a payable amount up brings [Diğer Olağan Gelir ve Kârlar].
    case roundingGain = "649"
    /// Other cost: what rounding a payable amount down takes [Diğer Olağan Gider ve Zararlar].
    case roundingLoss = "659"
    /// Interest on deposits [Finansman Giderleri].
    case depositInterestCost = "780"
    /// Memo: ÖTV inside the prices invoiced.
    case specialConsumptionTaxMemo = "900"
    /// Memo: the other side of the ÖTV memo.
    case specialConsumptionTaxMemoContra = "950"

    /// What a subscriber owes now less what they have in hand is the sum of these; instalments not yet due are left out.
    package static let owedNow: [LedgerAccount] = [.receivables, .lateFees, .customerCredit]

    /// Whose the account is: each line of it names one.
    public enum Keeping: Hashable, Sendable {
        /// One for the company.
        case company
        /// One for each subscriber.
        case subscriber
        /// One for each cash desk.
        case cashDesk
        /// One for each bank account.
        case bankAccount
    }

    /// Whose the account is.
    public var keeping: Keeping {
        switch self {
        case .cash: .cashDesk
        case .bank: .bankAccount
        case .receivables, .instalments, .lateFees, .refundsPayable, .depositInterest, .customerCredit, .deposits:
            .subscriber
        case .correctionPassThrough, .treasury, .systemUsePassThrough, .suspense, .valueAddedTax, .sales,
            .lateFeeIncome, .roundingGain, .roundingLoss, .depositInterestCost, .specialConsumptionTaxMemo,
            .specialConsumptionTaxMemoContra:
            .company
        }
    }
}

extension LedgerAccount {
    /// The account's place among all, from 0, by which `Ledger` finds the company's sums.
    var place: Int {
        switch self {
        case .cash: 0
        case .bank: 1
        case .receivables: 2
        case .instalments: 3
        case .lateFees: 4
        case .refundsPayable: 5
        case .depositInterest: 6
        case .correctionPassThrough: 7
        case .treasury: 8
        case .systemUsePassThrough: 9
        case .suspense: 10
        case .customerCredit: 11
        case .valueAddedTax: 12
        case .deposits: 13
        case .sales: 14
        case .lateFeeIncome: 15
        case .roundingGain: 16
        case .roundingLoss: 17
        case .depositInterestCost: 18
        case .specialConsumptionTaxMemo: 19
        case .specialConsumptionTaxMemoContra: 20
        }
    }
}
