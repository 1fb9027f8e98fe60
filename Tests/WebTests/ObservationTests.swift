import Foundation
import Hummingbird
import Logging
import Metrics
import Storage
import Synchronization
import Testing
import Web

@Suite("Metrics")
struct MetricsTests {
    /// Runs promtool over what `/metrics` says; it ships with Debian's prometheus.
    private func lint(_ text: String) throws -> (status: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/promtool")
        process.arguments = ["check", "metrics"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    private func scrape(_ registry: MetricsRegistry) async throws -> String {
        let server = try await RunningServer(Routers.staff(MetricsRoutes(registry: registry) { [] }))
        let answer = try await server.request("GET", "/metrics")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        try await server.stop()
        return answer.text
    }

    @Test("promtool finds nothing to say about what the service exposes")
    func promtool() async throws {
        let registry = MetricsRegistry()
        Counter(label: "wa_send_total", dimensions: [("code", "131047")], factory: registry).increment(by: 3)
        Counter(label: "hb.requests", dimensions: [("http.route", "/webhook")], factory: registry).increment()
        Timer(label: "ocr_seconds", dimensions: [], factory: registry).recordMilliseconds(730)
        Gauge(label: "review_open", dimensions: [], factory: registry).record(7)
        Counter(label: "intake_webhooks_total", dimensions: [("result", "a\"b\\c\nd")], factory: registry).increment()
        let text = try await scrape(registry)
        #expect(text.contains("wa_send_total{code=\"131047\"} 3\n"))
        #expect(text.contains("hb_requests_total{http_route=\"/webhook\"} 1\n"))
        #expect(text.contains("ocr_seconds_bucket{le=\"0.5\"} 0\n"))
        #expect(text.contains("ocr_seconds_bucket{le=\"1\"} 1\nocr_seconds_bucket{le=\"2.5\"} 1\n"))
        #expect(text.contains("ocr_seconds_sum 0.73\nocr_seconds_count 1\n"))
        #expect(text.contains("review_open 7\n"))
        #expect(text.contains("{result=\"a\\\"b\\\\c\\nd\"}"))
        let checked = try lint(text)
        #expect(checked.status == 0, "\(checked.said)")
        #expect(checked.said.isEmpty, "\(checked.said)")
    }

    @Test("promtool does object to metrics that break its rules, so the test above can fail")
    func promtoolObjects() throws {
        #expect(try lint("requests 1\n# TYPE requests counter\nrequests 2\n").status != 0)
    }

    @Test("The same label and dimensions are one series, whoever asks for it")
    func oneSeries() async throws {
        let registry = MetricsRegistry()
        for _ in 0..<2 {
            Counter(label: "wa_send_total", dimensions: [("code", "0"), ("a", "b")], factory: registry).increment()
            Counter(label: "wa_send_total", dimensions: [("a", "b"), ("code", "0")], factory: registry).increment()
        }
        let family = try #require(registry.families().first)
        #expect(family.series.count == 1)
        #expect(family.series[0].value == .number(4))
    }
}

@Suite("The log")
struct JSONLogTests {
    private func line(_ body: (inout Logger) -> Void) throws -> (text: String, json: [String: Any]) {
        let lines = Mutex<[[UInt8]]>([])
        var logger = Logger(label: "endeks") { label in
            JSONLog(label: label, now: { Moment(milliseconds: 1_795_305_599_042) }) { line in
                lines.withLock { $0.append(line) }
            }
        }
        body(&logger)
        let all = lines.withLock { $0 }
        #expect(all.count == 1)
        let text = String(decoding: all.first ?? [], as: UTF8.self)
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return (text, try #require(json))
    }

    @Test("A line is one JSON object with the time in UTC, the level and the message")
    func shape() throws {
        let (text, json) = try line { logger in
            logger[metadataKey: "hb.request.id"] = "7"
            logger.warning("Ş \"quoted\"\nand \u{1B}[31m", metadata: ["job": "12", "list": ["a", ["b": "c"]]])
        }
        #expect(json["ts"] as? String == "2026-11-21T23:59:59.042Z")
        #expect(json["level"] as? String == "warning")
        #expect(json["msg"] as? String == "Ş \"quoted\"\nand \u{1B}[31m")
        #expect(json["request_id"] as? String == "7")
        #expect(json["job"] as? String == "12")
        #expect(text.filter { $0 == "\n" }.count == 1)
        #expect(text.hasSuffix("}\n"))
        // What a terminal would obey does not reach it.
        #expect(!text.contains("\u{1B}"))
    }

    @Test("What happens below the level is not written")
    func level() throws {
        let lines = Mutex(0)
        let logger = Logger(label: "x") { label in
            JSONLog(label: label, now: { Moment(milliseconds: 0) }) { _ in lines.withLock { $0 += 1 } }
        }
        logger.debug("hidden")
        #expect(lines.withLock { $0 } == 0)
        logger.error("seen")
        #expect(lines.withLock { $0 } == 1)
    }

    @Test(
        "A moment is the same in UTC as everywhere",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (4_102_444_800_000, "2100-01-01T00:00:00.000Z"),
        ])
    func times(milliseconds: Int, text: String) {
        #expect(Moment(milliseconds: Int64(milliseconds)).isoText == text)
    }
}
