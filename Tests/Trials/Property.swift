package import Testing

/// Puts a property to so many random cases; the first that breaks it is shrunk and recorded as an issue.
///
/// The property draws its case from the generator, calls `note` for what a person should see of it, and throws where it does
/// not hold: by `hold`, or by an error of what it calls. `#expect` would record every step of the shrinking. A recorded
/// issue names the seed that brings the case back as the first one: `forAll("…", seed: thatSeed, cases: 1)`.
package func forAll(
    _ name: String, seed: UInt64, cases: Int = 10_000, sourceLocation: SourceLocation = #_sourceLocation,
    _ property: (inout SeededGenerator) throws -> Void
) {
    guard let found = CounterExample.search(seed: seed, cases: cases, property) else { return }
    Issue.record(
        "\(name): seed \(found.seed) (case \(found.number) of \(cases) from seed \(seed)), shrunk: \(found.description)",
        sourceLocation: sourceLocation)
}

/// Throws where the condition is false, so that `forAll` shrinks the case.
package func hold(
    _ condition: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = "the property",
    line: Int = #line
) throws {
    guard try condition() else { throw NotHeld(message: message(), line: line) }
}

/// Throws where the two differ, and says both.
package func holdEqual<Value: Equatable>(
    _ found: @autoclosure () throws -> Value, _ expected: @autoclosure () throws -> Value,
    _ message: @autoclosure () -> String = "", line: Int = #line
) throws {
    let (found, expected) = (try found(), try expected())
    if found != expected { throw NotHeld(message: "\(message()) found \(found), expected \(expected)", line: line) }
}

/// A property that does not hold for a case.
package struct NotHeld: Error, CustomStringConvertible {
    package let message: String
    package let line: Int

    /// What does not hold, and in which line.
    package init(message: String, line: Int) {
        self.message = message
        self.line = line
    }

    package var description: String { "\(message) does not hold (line \(line))" }
}

/// The smallest case found that breaks a property.
package struct CounterExample {
    /// The seed whose first case is the one that was found, before it was shrunk.
    package let seed: UInt64
    /// Which case it was, counted from 1.
    package let number: Int
    /// The choices that the shrunk case draws.
    package let choices: [UInt64]
    /// What the shrunk case noted, and how it breaks the property.
    package let description: String

    /// The first case that breaks the property, shrunk; `nil` where none of them does.
    package static func search(
        seed: UInt64, cases: Int, _ property: (inout SeededGenerator) throws -> Void
    ) -> CounterExample? {
        var seeds = SeededGenerator(seed: ~seed)
        var caseSeed = seed
        for number in 1...max(cases, 1) {
            var generator = SeededGenerator(seed: caseSeed)
            do {
                try property(&generator)
            } catch {
                return withoutActuallyEscaping(property) { property in
                    var shrinker = Shrinker(choices: generator.drawn, property: property)
                    shrinker.shrink()
                    return CounterExample(
                        seed: caseSeed, number: number, choices: shrinker.choices, description: shrinker.story())
                }
            }
            caseSeed = seeds.next()
        }
        return nil
    }
}

/// Makes a failing list of choices shorter and its choices smaller, as long as the case still fails.
private struct Shrinker {
    private(set) var choices: [UInt64]
    let property: (inout SeededGenerator) throws -> Void
    private var replaysLeft = 4_000

    init(choices: [UInt64], property: @escaping (inout SeededGenerator) throws -> Void) {
        self.choices = choices
        self.property = property
    }

    mutating func shrink() {
        var before: [UInt64]
        repeat {
            before = choices
            removeBlocks()
            lowerChoices()
        } while choices != before && replaysLeft > 0
    }

    /// What the case notes and how it fails.
    func story() -> String {
        var generator = SeededGenerator(replaying: choices, takesNotes: true)
        var failure = "passes when replayed: the property depends on something else than its draws"
        do { try property(&generator) } catch { failure = "\(error)" }
        return (generator.notes + [failure]).joined(separator: "; ")
    }

    private mutating func removeBlocks() {
        var length = choices.count
        while length > 0 {
            var start = 0
            while start + length <= choices.count {
                var shorter = choices
                shorter.removeSubrange(start..<(start + length))
                if !take(shorter) { start += length }
            }
            length /= 2
        }
    }

    /// Lowers each choice to the smallest for which the case fails, by halving the room between a passing and a failing one.
    private mutating func lowerChoices() {
        for place in choices.indices where place < choices.count && choices[place] > SeededGenerator.simplest {
            var passing = SeededGenerator.simplest
            var lower = choices
            lower[place] = passing
            if take(lower) { continue }
            while place < choices.count, choices[place] - passing > 1, replaysLeft > 0 {
                let middle = passing + (choices[place] - passing) / 2
                lower = choices
                lower[place] = middle
                if !take(lower) { passing = middle }
            }
        }
    }

    /// Keeps the choices where the case still fails, with only those of them that it drew.
    private mutating func take(_ candidate: [UInt64]) -> Bool {
        guard replaysLeft > 0 else { return false }
        replaysLeft -= 1
        var generator = SeededGenerator(replaying: candidate)
        do {
            try property(&generator)
            return false
        } catch {
            let drawn = generator.drawn
            let isShorter = drawn.count < choices.count
            guard isShorter || (drawn.count == choices.count && drawn != choices) else { return false }
            choices = drawn
            return true
        }
    }
}
