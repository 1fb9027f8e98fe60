// The same program on this machine, with one function of its C library.
import MeterCore

@_extern(c, "putchar")
private func putchar(_ byte: Int32) -> Int32

func send(_ byte: UInt8) { _ = putchar(Int32(byte)) }

@main
struct Host {
    static func main() { printDigest() }
}
