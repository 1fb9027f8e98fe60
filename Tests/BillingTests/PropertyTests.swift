import Testing
import Trials

@Suite("The property harness itself")
struct PropertyTests {
    @Test("A failing case is shrunk to the smallest that fails, and its seed brings it back")
    func shrinks() throws {
        let property: (inout SeededGenerator) throws -> Void = { generator in
            let numbers = (0..<generator.count(in: 0...20)).map { _ in generator.integer(in: 0...1_000_000) }
            generator.note("numbers", numbers)
            try hold(numbers.allSatisfy { $0 < 1_234 }, "all below 1234")
        }
        let found = try #require(CounterExample.search(seed: 3, cases: 1_000, property))
        #expect(found.description.hasPrefix("numbers [1234]; all below 1234 does not hold (line "))
        #expect(found.choices.count == 2)
        let again = try #require(CounterExample.search(seed: found.seed, cases: 1, property))
        #expect(again.number == 1 && again.description == found.description)
    }

    @Test("A property that always holds is put to every case")
    func holds() {
        var cases = 0
        forAll("anything", seed: 1, cases: 321) { _ in cases += 1 }
        #expect(cases == 321)
    }

    @Test("A property that throws an error of its own is reported with it")
    func throwing() throws {
        struct Strange: Error {}
        let found = try #require(CounterExample.search(seed: 9, cases: 5) { _ in throw Strange() })
        #expect(found.number == 1 && found.choices.isEmpty && found.description == "Strange()")
    }

    @Test("A loop that waits for a choice past the end of a replayed list comes to its end")
    func waiting() throws {
        let found = try #require(
            CounterExample.search(seed: 7, cases: 3) { generator in
                while generator.count(in: 0...3) != 2 {}
                try hold(false)
            })
        #expect(found.description.contains("the property does not hold"))
    }

    @Test("An issue is recorded for a property that does not hold")
    func records() {
        withKnownIssue {
            forAll("a property that does not hold", seed: 2, cases: 10) { _ in try hold(false) }
        }
    }
}
