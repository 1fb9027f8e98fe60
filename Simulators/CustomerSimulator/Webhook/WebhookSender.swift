package import Foundation
internal import FoundationNetworking
internal import Synchronization

/// Posts signed bodies to the service's webhook, and repeats each that is not answered 200, as the channel does.
package final class WebhookSender: Sendable {
    /// What became of the posts.
    package struct Tally: Sendable, Hashable {
        package var posted = 0
        package var repeated = 0
        package var refused: [Int: Int] = [:]
        package var unreachable = 0
    }

    private let address: URL
    private let secret: String
    private let session: URLSession
    private let tally = Mutex(Tally())
    /// The wait before the first repetition, doubled up to `longestWait`.
    private let firstWait: Duration
    private let longestWait = Duration.seconds(5)

    /// - Parameters:
    ///   - address: the service's webhook.
    ///   - secret: the app secret that signs.
    ///   - firstWait: the wait before a body is repeated for the first time.
    package init(address: URL, secret: String, firstWait: Duration = .milliseconds(250)) {
        self.address = address
        self.secret = secret
        self.firstWait = firstWait
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 32
        configuration.timeoutIntervalForRequest = 20
        session = URLSession(configuration: configuration)
    }

    package var counted: Tally { tally.withLock { $0 } }

    /// Posts a body until it is answered 200; throws when the task is cancelled.
    package func deliver(_ body: JSON) async throws {
        let bytes = body.bytes
        var wait = firstWait
        while try await post(bytes) != 200 {
            try await Task.sleep(for: wait)
            wait = min(wait * 2, longestWait)
            tally.withLock { $0.repeated += 1 }
        }
    }

    /// Posts a body once; the status of the answer, nil where there was none.
    package func post(_ bytes: [UInt8]) async throws -> Int? {
        var request = URLRequest(url: address)
        request.httpMethod = "POST"
        request.httpBody = Data(bytes)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(Digests.signature(of: bytes, secret: secret), forHTTPHeaderField: "X-Hub-Signature-256")
        tally.withLock { $0.posted += 1 }
        do {
            let (_, response) = try await session.data(for: request)
            let status = (response as? HTTPURLResponse)?.statusCode ?? 0
            if status != 200 { tally.withLock { $0.refused[status, default: 0] += 1 } }
            return status
        } catch {
            try Task.checkCancellation()
            tally.withLock { $0.unreachable += 1 }
            return nil
        }
    }

    /// The handshake by which the channel makes sure of a webhook; whether the challenge came back.
    package func verify(token: String, challenge: String) async -> Bool {
        var parts = URLComponents(url: address, resolvingAgainstBaseURL: false)
        parts?.queryItems = [
            URLQueryItem(name: "hub.mode", value: "subscribe"), URLQueryItem(name: "hub.challenge", value: challenge),
            URLQueryItem(name: "hub.verify_token", value: token),
        ]
        guard let url = parts?.url, let (data, response) = try? await session.data(from: url) else { return false }
        return (response as? HTTPURLResponse)?.statusCode == 200 && String(decoding: data, as: UTF8.self) == challenge
    }
}
