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

@Suite("Identifiers")
struct IdentifierTests {
    // 4540536920 is python-stdnum's test value; 1288331521 stands in the authority's own samples and is wrong.
    @Test(
        "A tax number is known by its check digit",
        arguments: [
            ("4540536920", true), ("1460415308", true), ("1288331521", false), ("4540536921", false),
            ("454053692", false),
            ("454053692a", false), ("", false), ("٤٥٤٠٥٣٦٩٢٠", false),
        ])
    func taxNumber(text: String, isValid: Bool) {
        #expect(((try? VKN(text)) != nil) == isValid)
    }

    @Test(
        "A bank account is known by its check digits, with or without blanks",
        arguments: [
            ("TR02 0001 0001 7935 0985 6250 01", true), ("TR12 0004 6001 1488 8000 2434 17", true),
            ("TR020001000179350985625001", true), ("TR020001000179350985625010", false),
            ("TR330006100519786457841326", true), ("TR860004600032008000022176", false),
            ("DE89370400440532013000", false), ("TR33000610051978645784132", false), ("", false),
        ])
    func account(text: String, isValid: Bool) {
        #expect(((try? IBAN(text)) != nil) == isValid)
    }

    @Test(
        "An invoice number has sixteen characters of its pattern",
        arguments: [
            ("OGZ2026000000001", true), ("A1B2099123456789", true), ("OGZ1926000000001", false),
            ("ogz2026000000001", false), ("OGZ202600000001", false), ("OGZ2026000000001 ", false),
            ("OGZ20260000000O1", false),
        ])
    func invoiceNumber(text: String, isValid: Bool) {
        #expect(((try? InvoiceNumber(text)) != nil) == isValid)
    }

    @Test(
        "Subscriber, installation and meter numbers are digits, a serial also letters",
        arguments: [
            ("1234567890", true, true), ("A12", false, true), ("", false, false), ("12 34", false, false),
            ("123456789012345678901", false, false), ("12ğ", false, false),
        ])
    func numbers(text: String, isNumber: Bool, isSerial: Bool) {
        #expect(((try? SubscriberNumber(text)) != nil) == isNumber)
        #expect(((try? InstallationNumber(text)) != nil) == isNumber)
        #expect(((try? MeterSerial(text)) != nil) == isSerial)
    }

    @Test("An identifier in a log line is masked")
    func masked() throws {
        #expect("\(try SubscriberNumber("1234567890"))" == "••••••••90")
        #expect("\(try MeterSerial("A12"))" == "•••")
        #expect("\(try VKN("4540536920"))" == "••••••••20")
        let account = try IBAN("TR020001000179350985625001")
        #expect("\(account)" == "TR•• •••• 01")
        #expect(account.grouped == "TR02 0001 0001 7935 0985 6250 01")
    }
}
