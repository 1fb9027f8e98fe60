import Testing
import Web

@Suite("Addresses to listen on")
struct ListenAddressTests {
    @Test(
        "An address is a host and a port",
        arguments: [
            ("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:0", "::1", 0), ("localhost:65535", "localhost", 65535),
            ("0.0.0.0:80", "0.0.0.0", 80),
        ])
    func parses(text: String, host: String, port: Int) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.description == text)
    }

    @Test(
        "Anything else is none", arguments: ["", "8080", ":8080", "a:", "a:65536", "a:-1", "::1:80", "a b:80", "[]:1"])
    func refuses(text: String) {
        #expect(ListenAddress(text) == nil)
    }

    @Test(
        "Loopback is what only this machine reaches",
        arguments: [
            ("127.0.0.1", true), ("127.9.9.9", true), ("localhost", true), ("::1", true), ("0.0.0.0", false),
            ("192.168.1.2", false), ("127.0.0.1.example.org", false), ("127.0.0", false), ("example.org", false),
        ])
    func loopback(host: String, isLoopback: Bool) {
        #expect(ListenAddress(host: host, port: 80).isLoopback == isLoopback)
    }
}
