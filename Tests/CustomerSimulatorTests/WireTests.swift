import CustomerSimulator
import Testing

@Suite("What the stand-in puts on the wire")
struct WireTests {
    @Test("JSON keeps the order of its members and escapes what must be")
    func json() {
        let value: JSON = ["b": ["1", 2, true], "a": "say \"ğ\"\n\u{1}"]
        #expect(value.description == #"{"b":["1",2,true],"a":"say \"ğ\"\n\u0001"}"#)
    }

    @Test("A quoted field may hold commas, quotes and line ends")
    func commas() {
        let rows = CommaSeparatedRows("name,address\r\n\"Örnek, Ayşe\",\"Kat \"\"2\"\"\nAnkara\"\r\nB,\r\n").rows
        #expect(rows == [["name": "Örnek, Ayşe", "address": "Kat \"2\"\nAnkara"], ["name": "B", "address": ""]])
    }

    @Test("A subscriber without phone and business-scoped id is no customer; the others are shown masked")
    func customers() {
        let file = CustomerFile(
            """
            subscriber_number,meter_serial,whatsapp,bsuid
            1,5555,905551112233,TR.77001122334455
            2,,,TR.88001122334455
            3,7,,
            """)
        #expect(file.customers.map(\.number) == ["1", "2"])
        #expect(file.customers.map(\.masked) == ["+90 5•• ••• 2233", "TR.•••4455"])
    }
}
