import Billing
import Quantities
import Storage

/// How whose a ledger line is stands in the tables.
struct HolderRecord {
    let kind: String
    let text: String

    init(_ holder: LedgerHolder) {
        (kind, text) =
            switch holder {
            case .company: ("company", "")
            case .subscriber(let number): ("subscriber", number.text)
            case .cashDesk(let desk): ("cashDesk", "\(desk.branch)/\(desk.number)")
            case .bankAccount(let iban): ("bankAccount", iban.text)
            }
    }

    init(_ row: Row) throws(StoreError) {
        (kind, text) = (try row.text("holder_kind"), try row.text("holder"))
    }

    func value() throws(StoreError) -> LedgerHolder {
        do {
            switch kind {
            case "company": return .company
            case "subscriber": return .subscriber(try SubscriberNumber(text))
            case "bankAccount": return .bankAccount(try IBAN(text))
            case "cashDesk":
                let parts = text.split(separator: "/", omittingEmptySubsequences: false)
                guard parts.count == 2, let number = Int(parts[1]) else { throw StoredValueError() }
                return .cashDesk(CashDesk(branch: String(parts[0]), number: number))
            default: throw StoredValueError()
            }
        } catch {
            throw .column("holder")
        }
    }
}
