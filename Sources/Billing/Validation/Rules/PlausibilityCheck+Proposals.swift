import Quantities

// Which slip of reading would explain what R2, R3 or R4 hold: R6, R8.
extension PlausibilityCheck {
    /// R6: the indexes that a change of one doubtful digit, or a swap of two that were typed, makes plausible.
    var oneDigitProposals: [Index] {
        guard register == nil else { return [] }
        let index = question.last.index
        var values: Set<Int64> = []
        for place in Set(question.doubtfulPlaces) where (0..<index.digits).contains(place) {
            let weight = Index.modulus(digits: index.digits - 1 - place)
            let digit = index.value / weight % 10
            for other in Int64(0)...9 where other != digit { values.insert(index.value + (other - digit) * weight) }
        }
        var weight: Int64 = 1
        for _ in 1..<(question.isTyped ? max(index.digits, 1) : 1) {
            let (right, left) = (index.value / weight % 10, index.value / weight / 10 % 10)
            if right != left { values.insert(index.value + (right - left) * weight * 9) }
            weight *= 10
        }
        return plausible(values)
    }

    /// R8: the index without as many of its last digits as the counter has red ones.
    var decimalsProposals: [Index] {
        guard register == nil else { return [] }
        var (values, value) = (Set<Int64>(), question.last.index.value)
        for _ in 0..<max(0, min(question.meter.decimals, policy.mostDecimals)) {
            value /= 10
            values.insert(value)
        }
        values.remove(question.last.index.value)
        return plausible(values)
    }

    /// Those that ask nobody, smallest first.
    private func plausible(_ values: Set<Int64>) -> [Index] {
        values.sorted().compactMap { value in
            guard let index = try? Index(value: value, digits: question.last.index.digits),
                replacing(index).isPlausibleUse
            else { return nil }
            return index
        }
    }
}
