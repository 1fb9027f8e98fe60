import Foundation
import Testing

@Suite("The config of the service")
struct ServeConfigTests {
    @Test("The example passes the check")
    func example() throws {
        let folder = try ScratchFolder()
        let file = try folder.write("endeks.yaml", try EndeksRun(["config", "example"]).output)
        let run = try EndeksRun(["config", "check", "--config", file])
        #expect(run.status == 0)
        #expect(run.output.contains("fine"))
        #expect(run.errors.isEmpty)
    }

    @Test(
        "What is wrong is named by its line, with what would be right",
        arguments: [
            ("listen: 127.0.0.1:8080\nwhatsap:\n  version: v26.0\n", "2:1", "Did you mean 'whatsapp'?"),
            ("whatsapp:\n  phone-number_id: \"1\"\n", "2:3", "Did you mean 'phone-number-id'?"),
            ("listen: 8080\n", "1:9", "such as 127.0.0.1:8080"),
            ("staff: 0.0.0.0:8081\n", "1:8", "no sign-in"),
            ("workers: 0\n", "1:10", "from 1 to 64"),
            ("whatsapp:\n  graph: http://graph.example.org\n", "2:10", "https"),
            ("whatsapp:\n  grace-seconds: -1\n", "2:18", "from 0 to 3600"),
            ("issuer:\n  name: Gaz\n  address: Ankara\n  vkn: \"4540536921\"\n", "4:8", "check digit"),
            ("issuer:\n  name: Gaz\n", "2:3", "lacks"),
            (
                """
                issuer:
                  name: Gaz
                  address: Ankara
                  vkn: "4540536920"
                  iban: [TR330006100519786457841326, TR340006100519786457841326]

                """, "5:38", "check digits"
            ),
            (
                """
                issuer:
                  name: Gaz
                  address: Ankara
                  vkn: "4540536920"
                  iban: [TR330006100519786457841326, TR33 0006 1005 1978 6457 8413 26]

                """, "5:38", "stands twice"
            ),
        ])
    func mistakes(text: String, place: String, help: String) throws {
        let folder = try ScratchFolder()
        let file = try folder.write("endeks.yaml", text)
        let run = try EndeksRun(["config", "check", "--config", file])
        #expect(run.status == 1)
        #expect(run.errors.contains("endeks.yaml:\(place): "), "\(run.errors)")
        #expect(run.errors.contains(help), "\(run.errors)")
    }

    @Test("Every mistake is named in one run, in the order of the file")
    func allMistakes() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            "endeks.yaml",
            "listen: 8080\nworker: 2\nissuer:\n  name: Gaz\n  vkn: \"1\"\nwhatsapp:\n  version: 26\n")
        let run = try EndeksRun(["config", "check", "--config", file])
        let lines = run.errors.split(separator: "\n")
        let places = ["1:9", "2:1", "4:3", "5:8", "7:12"]
        #expect(run.status == 1)
        #expect(lines.count == places.count, "\(run.errors)")
        for (line, place) in zip(lines, places) { #expect(line.contains("endeks.yaml:\(place): "), "\(line)") }
    }

    @Test("Without its secrets the service says which are missing, and ends with 1 before it makes anything")
    func secrets() throws {
        let folder = try ScratchFolder()
        let run = try EndeksRun(["serve", "--data", folder.path("data")])
        #expect(run.status == 1)
        for name in ["APP_SECRET", "VERIFY_TOKEN", "TOKEN"] { #expect(run.errors.contains("ENDEKS_WHATSAPP_\(name)")) }
        #expect(folder.contents("data") == nil)
    }
}
