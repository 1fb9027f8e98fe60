internal import Intake
internal import Mustache
internal import Storage
internal import Wording

/// Draws the pages: values in, HTML out.
struct ReviewPages: Sendable {
    private let library: MustacheLibrary

    /// Throws where a template is not one; a mistake of ours that the first test finds.
    init() throws {
        library = MustacheLibrary(templates: try ReviewTemplates.all.mapValues { try MustacheTemplate(string: $0) })
    }

    /// What stands around each page.
    struct Frame {
        let visitor: ReviewVisitor
        let format: ReviewFormat
        let now: Moment
        let summary: ReviewSummary?
        /// The page that the language and theme buttons come back to.
        let back: String
        /// Whether a customer whose 24 hours are over can be answered at all.
        let hasTemplate: Bool
        var photo: Int64?

        /// The last decision while it can still be withdrawn.
        var pending: LastDecision? { visitor.last.flatMap { $0.takesEffectAt > now ? $0 : nil } }
    }

    /// A line that says what just happened, or what went wrong.
    struct Say {
        let text: String
        /// Empty, `good` or `bad`.
        let kind: String
    }

    func name(_ frame: Frame, isWrong: Bool) -> String {
        page(frame, title: frame.format.words("title"), body: "name", ["wrong": isWrong])
    }

    func notice(_ frame: Frame, heading: String) -> String {
        page(frame, title: heading, body: "notice", ["heading": heading])
    }

    func done(_ frame: Frame, _ last: LastDecision, hasCrop: Bool) -> String {
        let said = frame.format.said(last)
        return page(
            frame, title: said, body: "done", ["said": said, "decided": last.photo, "hasCrop": hasCrop])
    }

    func queue(_ frame: Frame, lines: [ReviewLine], more: String?, isLater: Bool, say: Say?) -> String {
        let format = frame.format
        var values: [String: Any] = [
            "isEmpty": lines.isEmpty && !isLater,
            "lines": lines.map { line(of: $0, frame) }, "isLater": isLater,
            "lastPhoto": frame.summary?.lastPhotoAt.map { format.words("lastPhoto", ["when": format.moment($0)]) }
                ?? format.words("noPhotoYet"),
            "heading": frame.summary?.open == 1
                ? format.words("queueTitleOne")
                : format.words("queueTitle", ["count": format.whole(Int64(frame.summary?.open ?? lines.count))]),
        ]
        if let more { values["more"] = more }
        if let say { values["say"] = ["text": say.text, "kind": say.kind] }
        if let count = frame.summary?.openCorrections, count > 0 {
            values["corrections"] = format.words(
                count == 1 ? "correctionsOne" : "corrections", ["count": "\(count)"])
        }
        return page(frame, title: format.words("title"), body: "queue", values)
    }

    private func line(of line: ReviewLine, _ frame: Frame) -> [String: Any] {
        let left = frame.format.left(until: line.windowEnds, now: frame.now, hasTemplate: frame.hasTemplate)
        var values: [String: Any] = [
            "id": line.id, "left": left.text, "urgency": left.urgency, "index": line.index ?? "–",
            "received": frame.format.moment(line.receivedAt),
            "why": line.reasons.first.map { ReviewReasons.words($0, in: frame.format.language) } ?? "",
        ]
        if let clerk = line.claimedBy { values["claimed"] = frame.format.words("takenBy", ["clerk": clerk]) }
        return values
    }

    /// A part of a page by itself.
    func part(_ template: String, _ format: ReviewFormat, _ values: [String: Any]) -> String {
        var values = values
        values["w"] = format.words
        return library.render(values, withTemplate: template) ?? ""
    }

    func page(_ frame: Frame, title: String, body: String, _ values: [String: Any]) -> String {
        let visitor = frame.visitor
        var outer: [String: Any] = [
            "w": frame.format.words, "language": visitor.language.rawValue, "theme": visitor.theme.rawValue,
            "title": title, "back": frame.back, "edition": ReviewAssets.edition,
            "isTurkish": visitor.language == .turkish, "isEnglish": visitor.language == .english,
            "isAuto": visitor.theme == .auto, "isLight": visitor.theme == .light, "isDark": visitor.theme == .dark,
            "body": part(body, frame.format, values),
        ]
        if let photo = frame.photo { outer["photoNumber"] = photo }
        if let clerk = visitor.clerk { outer["clerk"] = clerk }
        if let summary = frame.summary {
            outer["summary"] = [
                "open": frame.format.whole(Int64(summary.open)),
                "doneToday": frame.format.whole(Int64(summary.doneToday)),
            ]
        }
        if let last = frame.pending {
            let left = last.takesEffectAt.milliseconds - frame.now.milliseconds
            outer["toast"] =
                [
                    "milliseconds": left, "photo": last.photo, "said": frame.format.said(last),
                    "runs": frame.format.words("takesEffect", ["seconds": "\((left + 999) / 1000)"]),
                ] as [String: Any]
        }
        return library.render(outer, withTemplate: "page") ?? ""
    }
}

extension ReviewFormat {
    /// What a decision was, in a few words.
    func said(_ last: LastDecision) -> String { words(last.kind.rawValue, ["index": last.index]) }
}
