import CustomerSimulator
import Testing

@Suite("What the stand-in puts on the wire")
struct WireTests {
    @Test("JSON keeps the order of its members and escapes what must be")
    func json() {
        let value: JSON = ["b": ["1", 2, true], "a": "say \"ğ\"\n\u{1}"]
        #expect(value.description == #"{"b":["1",2,true],"a":"say \"ğ\"\n\u0001"}"#)
    }

    @Test("A subscriber without phone and business-scoped id is no customer; the others are shown masked")
    func customers() throws {
        let file = try CustomerFile(
            """
            subscriber_number,meter_serial,whatsapp,bsuid
            1,5555,905551112233,TR.77001122334455
            2,,,TR.88001122334455
            3,7,,
            """, file: "s.csv")
        #expect(file.customers.map(\.number) == ["1", "2"])
        #expect(file.customers.map(\.masked) == ["+90 5•• ••• 2233", "TR.•••4455"])
    }
}
