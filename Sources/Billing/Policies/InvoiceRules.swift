/// The editions of what the library itself rules about invoices: no table of a utility holds it, and a later edition may differ.
public enum InvoiceRules {
    /// No invoice is below zero; a credit pays it up to what is due, a correction lowers its base up to zero, and what is left
    /// stays on the ledger [114].
    public static let creditVersion = "credit-2026.1"
    /// Each meter of a period is billed by its own indexes, multiplier and K, and the volumes are added [11, 62].
    public static let meterChangeVersion = "meter-change-2026.1"
    /// An invoice is never edited: what is wrong is taken back whole, by its own figures [43].
    public static let reversalVersion = "reversal-2026.1"
}
