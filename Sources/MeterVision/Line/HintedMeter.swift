/// What is known of the meter, held against what was read.
package struct HintedMeter: Hashable, Sendable {
    /// What is known.
    package let hints: MeterHints

    /// The meter of these hints.
    package init(_ hints: MeterHints) { self.hints = hints }

    /// Whether an index contradicts what is known, and how.
    package struct Contradiction: Hashable, Sendable {
        /// The index is below the last one, and no rollover is expected.
        package var isBelowLast = false
        /// The index is far from the expected ones.
        package var isFarFromExpected = false

        /// Nothing contradicted.
        package init() {}
    }

    /// What an index as printed contradicts.
    package func contradiction(of index: String) -> Contradiction {
        var contradiction = Contradiction()
        guard let number = index.wholeNumber else { return contradiction }
        let wheels = index.utf8.count
        contradiction.isFarFromExpected = hints.expected?.place(of: number, wheels: wheels) == .far
        // Where the counter is expected to have passed zero, a lower index is no contradiction; whether it did pass zero
        // is for `Billing` to say.
        if let last = hints.lastIndex, number < last {
            contradiction.isBelowLast = !(hints.expected?.isPastZero(number, wheels: wheels) ?? false)
        }
        return contradiction
    }

    /// The line that what is known prefers to the reader's own, where half-rolled wheels leave both open.
    ///
    /// It is one of the reader's own candidates, nearly as probable, and differs only in wheels that stand between the two
    /// digits and that their neighbours do not settle.
    package func preferred(to line: LineReading, _ wheels: [HalfRolledWheel]) -> (line: LineReading, use: HintUse)? {
        let open = wheels.filter { $0.settled == nil }
        guard !open.isEmpty, fits(line) == false else { return nil }
        let ways = line.candidates.filter { candidate in
            let differing = line.digits.indices.filter { line.digits[$0] != candidate.line[$0] }
            return differing.allSatisfy { place in
                open.contains { wheel in
                    wheel.place == place && [wheel.lower, wheel.upper].contains(candidate.line[place].value)
                }
            }
        }
        // Two that fit would be a choice that nothing known makes.
        let fitting = ways.compactMap { line.taking($0.line) }.filter { fits($0) == true }
        guard fitting.count == 1, let taken = fitting.first else { return nil }
        let use: HintUse =
            hints.expected == nil
            ? .lastIndexSettledHalfRolled(instead: line.index) : .intervalSettledHalfRolled(instead: line.index)
        return (taken, use)
    }

    /// Whether the index lies where it is expected, or, without an expectation, not below the last one; nil if nothing is
    /// known.
    private func fits(_ line: LineReading) -> Bool? {
        guard let number = line.index.wholeNumber else { return nil }
        if let expected = hints.expected {
            return expected.place(of: number, wheels: line.index.utf8.count) == .inside
        }
        return hints.lastIndex.map { number >= $0 }
    }

    /// What the wheel counts changed in the line.
    package func uses(in line: LineReading) -> [HintUse] {
        guard line.unbound != line.digits, !line.unbound.isEmpty else { return [] }
        func blacks(_ digits: [LineDigit]) -> Int { digits.count { !$0.isDecimal } }
        let (own, free) = (line.digits, line.unbound)
        let printed = LineReading.printed(free)
        if hints.wheels != nil, blacks(free) != blacks(own) { return [.wheelCountChoseLine(instead: printed)] }
        if hints.decimals != nil, blacks(free) != blacks(own) || free.count != own.count {
            return [.decimalsChoseSplit(instead: printed)]
        }
        return []
    }
}

extension String {
    /// The whole number that its digits give; nil if one is no digit or they are too many.
    fileprivate var wholeNumber: Int? { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } ? Int(self) : nil }
}
