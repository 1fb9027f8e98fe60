import MeterCore
import Testing

@Suite("The chance of one meter")
struct MeterNoiseTests {
    /// Correlation of pairs of numbers from 0 to `range`; by chance about one part in the root of their count.
    private func correlation(_ pairs: [(UInt32, UInt32)], range: Double) -> Double {
        let mean = range / 2
        let variance = range * range / 12
        let sum = pairs.reduce(0.0) { $0 + (Double($1.0) - mean) * (Double($1.1) - mean) }
        return sum / Double(pairs.count) / variance
    }

    private func noise(_ meter: Int) -> MeterNoise { MeterNoise(seed: 8, meter: UInt64(meter)) }

    @Test("Fractions of days and hours are spread evenly over their range")
    func even() {
        var days = [Int](repeating: 0, count: 16)
        var hours = [Int](repeating: 0, count: 16)
        for meter in 0..<4_000 {
            for middle in 1..<24 {
                let word = noise(meter).word(MeterNoise.number(ofYear: 2026, middle: middle))
                days[Int(MeterNoise.dayFraction(word, middle: middle) >> 12)] += 1
                let day = noise(meter).word(MeterNoise.number(ofDay: 9_500))
                hours[Int(MeterNoise.hourFraction(day, middle: middle) >> 11)] += 1
            }
        }
        // 92,000 draws in 16 bins: 5,750 expected, five standard deviations are 370.
        #expect((days + hours).allSatisfy { abs($0 - 5_750) < 370 }, "\(days) \(hours)")
    }

    @Test("Neighbouring meters, days, years and splits have nothing in common")
    func unrelated() {
        let bound = 5.0 / 200.0  // five standard deviations at 40,000 pairs
        var pairs: [String: [(UInt32, UInt32)]] = [:]
        for meter in 0..<40_000 {
            let own = noise(meter)
            let next = noise(meter + 1)
            func fraction(_ noise: MeterNoise, _ day: Int, _ middle: Int) -> UInt32 {
                MeterNoise.hourFraction(noise.word(MeterNoise.number(ofDay: day)), middle: middle)
            }
            pairs["meters", default: []].append((fraction(own, 9_500, 12), fraction(next, 9_500, 12)))
            pairs["days", default: []].append((fraction(own, 9_500, 12), fraction(own, 9_501, 12)))
            // 6 and 7 share one word, 6 and 18 do not.
            pairs["halves", default: []].append((fraction(own, 9_500, 6), fraction(own, 9_500, 7)))
            pairs["splits", default: []].append((fraction(own, 9_500, 6), fraction(own, 9_500, 18)))
            let year = own.word(MeterNoise.number(ofYear: 2026, middle: 182)) >> 17
            pairs["years", default: []].append((year, own.word(MeterNoise.number(ofYear: 2027, middle: 182)) >> 17))
            pairs["nodes", default: []].append((year, own.word(MeterNoise.number(ofYear: 2026, middle: 91)) >> 17))
        }
        for (name, pairs) in pairs {
            let found = correlation(pairs, range: 32_768)
            #expect(abs(found) < bound, "\(name): \(found)")
        }
    }

    @Test("Numbers of days, splits, absences and traits do not meet")
    func numbers() {
        var seen = Set<UInt32>()
        var count = 0
        for year in 1990...2090 {
            for middle in stride(from: 2, to: 366, by: 2) {
                seen.insert(MeterNoise.number(ofYear: year, middle: middle))
                count += 1
            }
            for half in 0..<2 {
                seen.insert(MeterNoise.number(ofYear: year, half: half))
                count += 1
            }
        }
        for day in -4_000..<33_000 {
            seen.insert(MeterNoise.number(ofDay: day))
            count += 1
        }
        for trait in UInt32(0)..<100 {
            seen.insert(MeterNoise.number(ofTrait: trait))
            count += 1
        }
        #expect(seen.count == count)
    }
}

@Suite("Absence")
struct AbsenceSpellTests {
    @Test("Spells last 3 to 14 days, stay in their half of the year, and come once a year on average")
    func spells() {
        var spells = 0
        var days = 0
        for meter in 0..<10_000 {
            let found = AbsenceSpells(noise: MeterNoise(seed: 3, meter: UInt64(meter)), year: 2026)
            let halves = [(found.firstStart, found.firstEnd, 0), (found.secondStart, found.secondEnd, 183)]
            for (start, end, offset) in halves where end > start {
                spells += 1
                days += end - start
                #expect((3...14).contains(end - start))
                #expect(start >= offset && end <= offset + 182)
                #expect(found.contains(day: start) && found.contains(day: end - 1) && found.touches(end - 1, 366))
                #expect(!found.contains(day: end) || end == 365)
            }
        }
        #expect((9_650...10_350).contains(spells))
        #expect(abs(Double(days) / Double(spells) - 8.5) < 0.15)
    }
}
