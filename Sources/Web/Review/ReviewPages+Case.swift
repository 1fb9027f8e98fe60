internal import Billing
internal import Intake
internal import Quantities
internal import Storage
internal import Wording

extension ReviewPages {
    /// A photo and its decision, side by side.
    func casePage(_ frame: Frame, _ review: ReviewCase, _ entry: ReviewEntry, preview: String, say: Say?) -> String {
        let format = frame.format
        let reasons = review.reasons.map { ReviewReasons.words($0, in: format.language) }
        let alsoWhy = reasons.dropFirst() + notes(review.reading, format)
        let left = format.left(until: review.windowEnds, now: frame.now, hasTemplate: frame.hasTemplate)
        let meter = review.meter(for: entry)
        let read = review.reading?.index ?? ""
        var values: [String: Any] = [
            "photoNumber": review.id, "why": reasons.first ?? "", "alsoWhy": Array(alsoWhy),
            "hasMore": !alsoWhy.isEmpty, "isUnknown": review.meters.isEmpty && review.prepaid.isEmpty,
            "urgency": left.urgency,
            "left": left.milliseconds == nil ? left.text : format.words("windowLeft", ["left": left.text]),
            "leftHours": format.words("windowLeft", ["left": format.words("hoursMinutes")]),
            "leftMinutes": format.words("windowLeft", ["left": format.words("minutes")]),
            "seen": review.invoices.map(\.text).sorted().joined(separator: " "), "hasCrop": review.hasCrop,
            "canDecide": !review.meters.isEmpty, "index": entry.index ?? read, "read": read,
            "most": meter?.meter.wheels ?? max(read.count, 8), "preview": preview,
            "hasEarlier": !review.previousPhotos.isEmpty, "earlier": Array(review.previousPhotos.prefix(4)),
            "reasons": rejections(for: review, format),
        ]
        // Without a script a box is ticked in place of the second key.
        if let mark = entry.asked { values["asked"] = mark }
        if entry.isRetyped { values["retyped"] = "1" }
        if let milliseconds = left.milliseconds { values["leftMilliseconds"] = milliseconds }
        if let meter { values["meter"] = facts(meter, format) }
        values["prepaid"] = review.prepaid.map { meter in
            ["serial": meter.serial?.text ?? format.words("noSerial"), "class": meter.gClass]
        }
        if review.asksForMeter {
            values["choices"] = [
                "meters": review.meters.map { [chosen = meter?.id] meter in
                    var facts = facts(meter, format)
                    facts["checked"] = meter.id == chosen ? " checked" : ""
                    facts["last"] = last(meter, format)
                    return facts
                }
            ]
        }
        if let decimals = review.reading?.decimals, !decimals.isEmpty {
            values["decimals"] = decimals
            values["comma"] = format.language == .turkish ? "," : "."
        }
        for (name, value) in picture(review, format) { values[name] = value }
        if let digits = review.reading?.digits, !digits.isEmpty {
            values["hasWheels"] = true
            values["wheelsLabel"] = digits.map { "\($0.value) \(format.words(sureness($0).rawValue))" }
                .joined(separator: ", ")
            values["wheelList"] = digits.map { digit in
                [
                    "value": digit.value, "sureness": sureness(digit).rawValue, "red": digit.isDecimal ? " red" : "",
                    "mark": ReviewOverlay.shape(digit.confidence),
                ] as [String: Any]
            }
        }
        if let say { values["say"] = ["text": say.text, "kind": say.kind] }
        return page(frame, title: reasons.first ?? format.words("title"), body: "case", values)
    }

    /// What the wheels leave open, and what was known of the meter and changed the reading.
    private func notes(_ reading: ReadingRecord?, _ format: ReviewFormat) -> [String] {
        let interval = reading?.interval.map {
            HintWords.interval.text(in: format.language, ["lower": $0.lower, "upper": $0.upper])
        }
        let uses = (reading?.uses ?? []).map { HintWords.words($0.code, $0.values, in: format.language) }
        return (interval.map { [$0] } ?? []) + uses
    }

    private func sureness(_ digit: ReadingRecord.Digit) -> ReadingRecord.Sureness {
        ReadingRecord.Sureness(confidence: digit.confidence)
    }

    private func facts(_ meter: ReviewMeter, _ format: ReviewFormat) -> [String: Any] {
        [
            "serial": meter.meter.serial?.text ?? format.words("noSerial"), "class": meter.meter.gClass,
            "wheels": "\(meter.meter.wheels)+\(meter.meter.decimals)", "region": meter.region,
            "subscriber": meter.id.text,
        ]
    }

    private func last(_ meter: ReviewMeter, _ format: ReviewFormat) -> String {
        guard let reading = meter.readings.first else { return format.words("noLast") }
        return format.words("last", ["index": "\(reading.index)", "date": format.date(reading.date)])
    }

    private func picture(_ review: ReviewCase, _ format: ReviewFormat) -> [String: Any] {
        guard review.hasImage else { return ["missing": true] }
        guard let reading = review.reading, let size = reading.size, size.width > 0, size.height > 0 else {
            return ["plain": true]
        }
        var picture: [String: Any] = [
            "view": ReviewOverlay.view(reading, size), "width": size.width, "height": size.height,
            "label": "\(format.words("photoLabel")): \(reading.index ?? "–")",
            "digits": reading.digits.compactMap(ReviewOverlay.digit),
        ]
        if let window = reading.window { picture["window"] = ReviewOverlay.points(window) }
        return ["picture": picture]
    }

    /// The reasons for a rejection in the clerk's language, each with the sentence in the customer's.
    private func rejections(for review: ReviewCase, _ format: ReviewFormat) -> [[String: Any]] {
        let language = review.meter(nil).flatMap { Language(rawValue: $0.language) } ?? review.language
        return RejectAnswer.all.enumerated().map { place, answer in
            [
                "code": answer.code, "number": place + 1, "words": answer.label.text(in: format.language),
                "told": language.rawValue, "sentence": answer.answer.text(in: language),
            ]
        }
    }
}

extension ReviewCase {
    /// Whether the clerk may say which of the sender's meters it is: they have several, if only one that is billed.
    var asksForMeter: Bool { !meters.isEmpty && meters.count + prepaid.count > 1 }

    /// The meter that the clerk has chosen, or else the one that the photo is held to show.
    func meter(for entry: ReviewEntry) -> ReviewMeter? { meter(entry.subscriber) }

    /// The sender's meter of that subscriber number; without one, the meter that was found.
    func meter(_ subscriber: String?) -> ReviewMeter? {
        let wanted = subscriber ?? chosen?.text
        return meters.first { $0.id.text == wanted }
    }
}
