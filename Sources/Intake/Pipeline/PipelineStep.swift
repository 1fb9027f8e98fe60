/// The places in a photo's way where a proof may end the process, named for the environment variable that does it.
package enum PipelineStep: String, CaseIterable, Sendable {
    case webhookReceived = "webhook-received"
    case webhookStored = "webhook-stored"
    case inboxParsed = "inbox-parsed"
    case mediaAsked = "media-asked"
    case mediaFetched = "media-fetched"
    case blobStored = "blob-stored"
    case photoFetched = "photo-fetched"
    case noticePosted = "notice-posted"
    case photoRead = "photo-read"
    case photoDecided = "photo-decided"
    case documentDrawn = "document-drawn"
    case documentUploaded = "document-uploaded"
    case sendMarked = "send-marked"
    case sendPosted = "send-posted"
    case sendAccepted = "send-accepted"
    case statusStored = "status-stored"
    case decisionMade = "decision-made"
    case decisionTaken = "decision-taken"
}

/// Hears of every step that is reached; the command gives one that ends the process, for proofs alone.
package struct StepProbe: Sendable {
    package let reach: @Sendable (PipelineStep) -> Void

    package init(_ reach: @escaping @Sendable (PipelineStep) -> Void) { self.reach = reach }

    package static let none = StepProbe { _ in }
}
