import CustomerSimulator
import Foundation
import ServiceLifecycle

/// The secrets that the service and the stand-in share, by the names that the service reads.
struct WhatsAppEnvironment {
    static let names = ["ENDEKS_WHATSAPP_APP_SECRET", "ENDEKS_WHATSAPP_VERIFY_TOKEN", "ENDEKS_WHATSAPP_TOKEN"]

    /// The first of the secrets, where two stand there during a rotation.
    let appSecret: String
    let verifyToken: String
    let token: String

    struct Missing: Error, CustomStringConvertible {
        let name: String
        var description: String { "\(name) is not set. Give it the value that the service has." }
    }

    init(_ environment: [String: String]) throws {
        func value(_ name: String) throws -> String {
            guard let value = environment[name], !value.isEmpty else { throw Missing(name: name) }
            return value
        }
        appSecret = String(try value(Self.names[0]).prefix { $0 != "," })
        verifyToken = try value(Self.names[1])
        token = try value(Self.names[2])
    }
}

/// Some work as a service: it ends when it is done, or when the others are asked to stop.
struct TaskService: Service {
    let body: @Sendable () async throws -> Void

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await body() }
        } catch  where Task.isShuttingDownGracefully {
            // Whatever was under way was cut off by the stop; each thing says so with an error of its own.
        }
    }
}

/// What the simulation prints.
enum CustomerLine {
    /// A line for an answer; nothing for a photo that was only sent.
    static func text(_ happening: CustomerSimulation.Happening) -> String? {
        guard case .answered(let entry, let message) = happening else { return nil }
        let time = entry.latency.map { seconds(Int($0 / .milliseconds(1))) } ?? "–"
        let words = message.words.split(separator: "\n").joined(separator: " ")
        return "\(entry.photo.file)  \(entry.customer.masked)  \(time)  \(message.kind)  \(words)"
    }

    /// Writes a line at once, also into a pipe.
    static func write(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// How it went, in two lines.
    static func summary(_ report: SimulationReport) -> String {
        let answered = report.photos.count - report.unanswered
        let times = ["p50", "p95", "p99", "max"].compactMap { name in
            report.latency[name].map { "\(name.uppercased()) \(seconds($0))" }
        }
        return """
            \(answered) of \(report.photos.count) photos answered, \(report.answeredTwice) twice. Photo to answer: \
            \(times.isEmpty ? "–" : times.joined(separator: ", ")).
            \(report.webhooksPosted) webhooks posted, \(report.webhooksRepeated) of them again; \
            \(report.failedMediaRequests) failed media requests.
            """
    }

    private static func seconds(_ milliseconds: Int) -> String {
        "\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst().prefix(2)) s"
    }
}
