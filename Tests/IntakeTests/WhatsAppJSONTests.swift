import Intake
import Testing

@Suite("JSON of a stranger")
struct WhatsAppJSONTests {
    private func read(_ text: String) throws -> JSONTree { try JSONReader.read(Array(text.utf8)) }

    @Test("Every kind of value is read, numbers digit by digit")
    func values() throws {
        let tree = try read(#" {"a": [1, -0.5e+3, 123456789012345678901, true, false, null, "x"], "b": {}} "#)
        #expect(
            tree["a"]?.elements == [
                .number("1"), .number("-0.5e+3"), .number("123456789012345678901"), .boolean(true), .boolean(false),
                .null, .string("x"),
            ])
        #expect(tree["b"] == .object([:]))
        #expect(try read("\u{FEFF}[]") == .array([]))
    }

    @Test("A number may come as a string, and a single value where a list is expected")
    func lenient() throws {
        #expect(try read(#"{"t": "1795000000"}"#)["t"]?.integer == 1_795_000_000)
        #expect(try read(#"{"t": 1795000000}"#)["t"]?.text == "1795000000")
        #expect(try read(#"{"t": {"x": 1}}"#)["t"]?.elements.count == 1)
    }

    @Test(
        "Escapes, pairs of surrogates and halves of them",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""m\u00b3 \u011F""#, "m³ ğ"),
            (#""\ud83d\ude00!""#, "😀!"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\ude00""#, "\u{FFFD}"),
            (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""a\ud83d""#, "a\u{FFFD}"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try read(text) == .string(value))
    }

    @Test("Invalid UTF-8 in a string is repaired, so that it hides nothing beside it")
    func repaired() throws {
        #expect(try JSONReader.read([0x22, 0x61, 0xFF, 0x22]) == .string("a\u{FFFD}"))
    }

    @Test(
        "What is no JSON is refused",
        arguments: [
            "", " ", "{", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "tru", "nul", "01", "1.", "-", "1e", "\"",
            "\"\\x\"",
            "\"\\u12\"", "\"\\u12g4\"", "\"a\nb\"", "[1] x", "'a'", "\u{1}", "{\"entry\":[{\"id\":\"1\",\"changes\":[{",
        ])
    func refused(text: String) {
        #expect(throws: JSONTreeError.self) { try read(text) }
    }

    @Test("Every cut of a message is refused, none is taken for a whole one")
    func cuts() throws {
        let whole = Array(#"{"entry":[{"changes":[{"value":{"messages":[{"id":"w\u011f","n":-1.5e3}]}}]}]}"#.utf8)
        #expect(throws: Never.self) { try JSONReader.read(whole) }
        for end in 0..<whole.count {
            #expect(throws: JSONTreeError.self) { try JSONReader.read(Array(whole[..<end])) }
        }
    }

    @Test("Depth is counted before it is entered: 64 levels are read, 65 and three million are not")
    func depth() throws {
        func nested(_ count: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: count) + Array(repeating: UInt8(ascii: "]"), count: count)
        }
        #expect(throws: Never.self) { try JSONReader.read(nested(64)) }
        #expect(throws: JSONTreeError.tooDeep) { try JSONReader.read(nested(65)) }
        #expect(throws: JSONTreeError.tooDeep) {
            try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 3_000_000))
        }
        let objects = String(repeating: "{\"a\":", count: 600_000)
        #expect(throws: JSONTreeError.tooDeep) { try read(objects) }
    }
}
