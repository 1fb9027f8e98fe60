// The board of QEMU's mps2-an386, a Cortex-M4, without a line of C: vector table, UART, and the end of the run.
// Application note AN386 of Arm: UART0 at 0x40004000. Armv7-M manual, B3.2.6: AIRCR at 0xE000ED0C.
import MeterCore
import _Volatile

private func register(_ address: UInt) -> VolatileMappedRegister<UInt32> {
    VolatileMappedRegister<UInt32>(unsafeBitPattern: address)
}

/// Sends a byte by UART0.
func send(_ byte: UInt8) {
    while register(0x4000_4004).load() & 1 != 0 {}
    register(0x4000_4000).store(UInt32(byte))
}

/// What the processor does when it is switched on.
@c(reset_handler)
public func resetHandler() {
    register(0x4000_4010).store(16)  // BAUDDIV, the least
    register(0x4000_4008).store(1)  // CTRL, transmit
    printDigest()
    register(0xE000_ED0C).store(0x05FA_0004)  // SYSRESETREQ: QEMU ends by -no-reboot
    while true {}
}

/// What the processor does on any fault: it sends "fault", so that no digest comes.
@c(fault_handler)
public func faultHandler() {
    send(0x21)
    register(0xE000_ED0C).store(0x05FA_0004)
    while true {}
}

/// Reset, NMI, hard, memory, bus and usage fault; the stack's top stands before it, by link.ld.
@section(".vectors") @used
public let vectors:
    (
        @convention(c) () -> Void, @convention(c) () -> Void, @convention(c) () -> Void, @convention(c) () -> Void,
        @convention(c) () -> Void, @convention(c) () -> Void
    ) = (resetHandler, faultHandler, faultHandler, faultHandler, faultHandler, faultHandler)
