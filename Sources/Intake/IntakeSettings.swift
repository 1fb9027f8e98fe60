package import Accounts
package import Foundation

/// What the room is told by the command: who bills, where the channel is, and the secrets from the environment.
package struct IntakeSettings: Sendable {
    package var issuer: InvoiceIssuer
    /// The issuer is an example: the documents say so.
    package var isSample: Bool
    /// The Graph API, without the version.
    package var graph: URL
    package var graphVersion: String
    /// Ours, as the channel knows it; nil while nobody has told it, and nothing is fetched or sent until then.
    package var phoneNumberID: String?
    /// The approved template for answers after 24 hours; without one they become dead letters.
    package var template: String?
    /// How long a status may settle a message whose sending was cut off, before it is sent again.
    package var grace: Duration
    /// How many processes read photos.
    package var workers: Int
    /// One, or two during a rotation.
    package var appSecrets: [String]
    package var verifyToken: String
    /// The bearer of the Graph API.
    package var token: String
    /// The program that reads photos, and its arguments.
    package var workerCommand: [String]

    package init(
        issuer: InvoiceIssuer, isSample: Bool, graph: URL, graphVersion: String, phoneNumberID: String?,
        template: String?, grace: Duration, workers: Int, appSecrets: [String], verifyToken: String, token: String,
        workerCommand: [String]
    ) {
        self.issuer = issuer
        self.isSample = isSample
        self.graph = graph
        self.graphVersion = graphVersion
        self.phoneNumberID = phoneNumberID
        self.template = template
        self.grace = grace
        self.workers = workers
        self.appSecrets = appSecrets
        self.verifyToken = verifyToken
        self.token = token
        self.workerCommand = workerCommand
    }
}
