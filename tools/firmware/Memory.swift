// The functions that the compiler calls by itself to copy and clear what lies on the stack (Run-time ABI for the Arm
// Architecture, 4.3.4). Byte by byte and volatile, so that it does not make calls of themselves out of them.
import _Volatile

private func copy(_ target: UInt, _ source: UInt, _ count: UInt) {
    for place in 0..<count {
        VolatileMappedRegister<UInt8>(unsafeBitPattern: target + place)
            .store(VolatileMappedRegister<UInt8>(unsafeBitPattern: source + place).load())
    }
}

private func clear(_ target: UInt, _ count: UInt) {
    for place in 0..<count { VolatileMappedRegister<UInt8>(unsafeBitPattern: target + place).store(0) }
}

/// Copies bytes of any alignment.
@c(__aeabi_memcpy)
public func copyBytes(_ target: UInt, _ source: UInt, _ count: UInt) { copy(target, source, count) }

/// Copies bytes that begin at a multiple of 4.
@c(__aeabi_memcpy4)
public func copyWords(_ target: UInt, _ source: UInt, _ count: UInt) { copy(target, source, count) }

/// Copies bytes that begin at a multiple of 8.
@c(__aeabi_memcpy8)
public func copyPairs(_ target: UInt, _ source: UInt, _ count: UInt) { copy(target, source, count) }

/// Clears bytes of any alignment.
@c(__aeabi_memclr)
public func clearBytes(_ target: UInt, _ count: UInt) { clear(target, count) }

/// Clears bytes that begin at a multiple of 4.
@c(__aeabi_memclr4)
public func clearWords(_ target: UInt, _ count: UInt) { clear(target, count) }

/// Clears bytes that begin at a multiple of 8.
@c(__aeabi_memclr8)
public func clearPairs(_ target: UInt, _ count: UInt) { clear(target, count) }
