import Quantities
import Testing

@Suite("Indexes")
struct IndexTests {
    @Test("An index keeps its wheels and prints its leading zeros")
    func printed() throws {
        let index = try Index(printed: "01042")
        #expect((index.value, index.digits) == (1042, 5))
        #expect(index.description == "01042")
        #expect(try Index(value: 1042, digits: 5) == index)
        #expect(try Index(printed: "999999999999999999").description == "999999999999999999")
    }

    @Test(
        "What is not the digits of a counter is refused",
        arguments: [
            "", " 1042", "1042 ", "1,5", "10a42", "-1042", "١٠٤٢", "1234567890123456789",
        ])
    func refused(text: String) {
        #expect(throws: IndexError.self) { try Index(printed: text) }
    }

    @Test("A number that its counter cannot show is refused")
    func doesNotFit() throws {
        #expect(throws: IndexError.doesNotFit(value: 123_456, digits: 5)) { try Index(value: 123_456, digits: 5) }
        #expect(throws: IndexError.doesNotFit(value: -1, digits: 5)) { try Index(value: -1, digits: 5) }
        #expect(throws: IndexError.digitCount(0)) { try Index(value: 0, digits: 0) }
        #expect(throws: IndexError.digitCount(19)) { try Index(value: 0, digits: 19) }
        #expect(try Index(value: 99_999, digits: 5).value == 99_999)
    }
}
