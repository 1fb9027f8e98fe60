// What board and host have in common: the digest of one kind of meter, or of the tree of demand, chosen by -D, as 16
// hexadecimal digits and a new line, by `send`.
import MeterCore

func printDigest() {
    #if DIAPHRAGM
        let digest = MeterDigest.diaphragm()
    #elseif PREPAID
        let digest = MeterDigest.prepaid()
    #elseif DEMAND
        let digest = MeterDigest.demand()
    #else
        let digest = MeterDigest.corrector()
    #endif
    for digit in 0..<UInt64(16) {
        let value = UInt8(truncatingIfNeeded: digest >> (60 - 4 * digit)) & 15
        send(value < 10 ? 48 + value : 87 + value)
    }
    send(10)
}
