import Quantities
import WrittenFiles

extension YAMLTable {
    /// How many accounts the head of an invoice has room for.
    static let mostBankAccounts = 4

    /// The accounts under a key, one or a list of them: each passes mod 97, and none stands twice. [110]
    func bankAccounts(_ key: String) throws(FileMistake) -> [IBAN] {
        var accounts: [IBAN] = []
        for text in try oneOrMore(key) {
            let account = try text.parsed(as: "a Turkish IBAN with right check digits") { try IBAN($0) }
            if accounts.contains(account) { throw text.mistake("stands twice. Keep one") }
            guard accounts.count < Self.mostBankAccounts else {
                throw text.mistake("is one too many: an invoice names \(Self.mostBankAccounts) accounts at most")
            }
            accounts.append(account)
        }
        return accounts
    }
}
