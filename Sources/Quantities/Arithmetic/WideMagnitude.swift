/// A whole number that is not negative, as wide as it needs: for sums of quotients with many denominators.
struct WideMagnitude: Equatable, Sendable {
    /// The digits to the base 2³², lowest first, without zeros at the top.
    private(set) var limbs: [UInt32]

    /// That number.
    init(_ value: UInt128) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    private init(limbs: [UInt32]) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
    }

    /// How many bits it has.
    var bitWidth: Int {
        guard let last = limbs.last else { return 0 }
        return limbs.count * 32 - last.leadingZeroBitCount
    }

    /// The sum.
    func adding(_ other: WideMagnitude) -> WideMagnitude {
        var sum: [UInt32] = []
        var carry: UInt64 = 0
        for place in 0..<max(limbs.count, other.limbs.count) {
            carry += UInt64(limb(place)) + UInt64(other.limb(place))
            sum.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        sum.append(UInt32(carry))
        return WideMagnitude(limbs: sum)
    }

    /// The difference; `other` is not larger.
    private func subtracting(_ other: WideMagnitude) -> WideMagnitude {
        var difference: [UInt32] = []
        var borrow: Int64 = 0
        for place in 0..<limbs.count {
            let digit = Int64(limb(place)) - Int64(other.limb(place)) + borrow
            difference.append(UInt32(truncatingIfNeeded: digit))
            borrow = digit >> 32
        }
        precondition(borrow == 0, "a larger number is never subtracted from a smaller one here")
        return WideMagnitude(limbs: difference)
    }

    /// The product.
    func multiplied(by other: WideMagnitude) -> WideMagnitude {
        var product = [UInt32](repeating: 0, count: limbs.count + other.limbs.count)
        for (place, digit) in limbs.enumerated() {
            var carry: UInt64 = 0
            for (offset, factor) in other.limbs.enumerated() {
                carry += UInt64(digit) * UInt64(factor) + UInt64(product[place + offset])
                product[place + offset] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            product[place + other.limbs.count] = UInt32(carry)
        }
        return WideMagnitude(limbs: product)
    }

    /// Quotient and remainder by a small divisor above zero.
    func divided(by divisor: UInt32) -> (quotient: WideMagnitude, remainder: UInt32) {
        var quotient = [UInt32](repeating: 0, count: limbs.count)
        var remainder: UInt64 = 0
        for place in limbs.indices.reversed() {
            remainder = remainder << 32 | UInt64(limbs[place])
            quotient[place] = UInt32(remainder / UInt64(divisor))
            remainder %= UInt64(divisor)
        }
        return (WideMagnitude(limbs: quotient), UInt32(remainder))
    }

    /// The whole part of the quotient by a divisor above zero, or `nil` where it needs more than 127 bits.
    func wholeQuotient(by divisor: WideMagnitude) -> UInt128? {
        let highest = bitWidth - divisor.bitWidth
        guard highest >= 0 else { return 0 }
        guard highest < 127 else { return nil }
        var (quotient, rest): (UInt128, WideMagnitude) = (0, self)
        for shift in stride(from: highest, through: 0, by: -1) {
            let part = divisor.multiplied(by: WideMagnitude(UInt128(1) << UInt128(shift)))
            if !(rest < part) {
                rest = rest.subtracting(part)
                quotient |= UInt128(1) << UInt128(shift)
            }
        }
        return quotient
    }

    private func limb(_ place: Int) -> UInt32 { place < limbs.count ? limbs[place] : 0 }
}

extension WideMagnitude: Comparable {
    static func < (lhs: Self, rhs: Self) -> Bool {
        if lhs.limbs.count != rhs.limbs.count { return lhs.limbs.count < rhs.limbs.count }
        for place in lhs.limbs.indices.reversed() where lhs.limbs[place] != rhs.limbs[place] {
            return lhs.limbs[place] < rhs.limbs[place]
        }
        return false
    }
}
