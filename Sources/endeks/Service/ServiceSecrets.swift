import Foundation

/// What only the environment tells; it is never logged, stored or handed to a worker.
struct ServiceSecrets: Sendable {
    /// One, or two while the secret is being changed.
    let appSecrets: [String]
    let verifyToken: String
    let token: String

    private static let appSecretName = "ENDEKS_WHATSAPP_APP_SECRET"
    private static let verifyTokenName = "ENDEKS_WHATSAPP_VERIFY_TOKEN"
    private static let tokenName = "ENDEKS_WHATSAPP_TOKEN"

    /// The secrets of an environment.
    ///
    /// - Throws: `CommandFailure` that names every one that is missing.
    init(environment: [String: String]) throws(CommandFailure) {
        func value(_ name: String) -> String? {
            let text = environment[name]?.trimmingCharacters(in: .whitespacesAndNewlines)
            return text?.isEmpty == false ? text : nil
        }
        let secrets = (value(Self.appSecretName) ?? "").split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let missing = [
            secrets.isEmpty ? Self.appSecretName : nil, value(Self.verifyTokenName) == nil ? Self.verifyTokenName : nil,
            value(Self.tokenName) == nil ? Self.tokenName : nil,
        ].compactMap(\.self)
        guard missing.isEmpty, let verifyToken = value(Self.verifyTokenName), let token = value(Self.tokenName) else {
            throw CommandFailure(
                .failed,
                """
                missing in the environment: \(missing.joined(separator: ", ")). 'endeks config example' says what each \
                is for.
                """)
        }
        guard secrets.count <= 2 else {
            throw CommandFailure(
                .failed, "\(Self.appSecretName) holds \(secrets.count) secrets; one or, while it is changed, two fit.")
        }
        appSecrets = secrets
        self.verifyToken = verifyToken
        self.token = token
    }

    /// Takes the secrets out of the environment of this process, so that no process that it starts inherits them.
    static func forgetEnvironment() {
        for name in [appSecretName, verifyTokenName, tokenName] { unsetenv(name) }
    }
}
