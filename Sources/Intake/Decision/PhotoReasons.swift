/// Why a photo was not simply accepted, as far as the reader does not say it; the words stand in `Wording`.
package enum PhotoReason: String, Hashable, Sendable, CaseIterable {
    /// Nobody is known under the sender's id and number.
    case unknownSender = "unknown-sender"
    /// The same bytes came before.
    case sameBytes = "same-bytes"
    /// More photos within an hour than we look at.
    case overLimit = "over-limit"
    case prepaid = "prepaid-meter"
    /// The channel did not hand the photo out.
    case notReceived = "not-received"
    /// The privacy notice reached nobody, so no machine looked.
    case noticeNotDelivered = "notice-not-delivered"
    /// Two workers in turn died of it.
    case notOpened = "not-opened"
    /// The worker was ended before it was done, again and again: a busy machine, or a photo that is hard to read.
    case notReadInTime = "not-read-in-time"
    /// The sender asked for a person.
    case objection
    case severalMeters = "several-meters"
    case serialDiffers = "serial-differs"
    case wheelCountDiffers = "wheel-count-differs"
    case indexLower = "index-lower-than-last"
    case useImplausible = "use-implausible"
    /// More than the meter lets through: nobody can confirm it.
    case useImpossible = "use-impossible"
    case useUnusual = "use-unusual"
    case zeroUse = "zero-use"
    case oneDigitAway = "one-digit-away"
    case tooSoon = "too-soon"
    case decimalsRead = "decimals-read"
    case repeatedEstimates = "repeated-estimates"
    case subMetersDiffer = "sub-meters-differ"
    case lastReadingDisputed = "last-reading-disputed"
    case readingDate = "reading-date"
    // What the meter's readings show of its state: `fault-` and the number of the fault.
    case stuckIndex = "fault-1"
    case slippingWheel = "fault-2"
    case rollover = "fault-3"
    case reverseFlow = "fault-4"
    case wrongMeter = "fault-25"
    case periodBilled = "period-billed"
    case notAnIndex = "not-an-index"
    case noFirstReading = "no-first-reading"
    case policyMissing = "policy-missing"
    case cannotBeBilled = "cannot-be-billed"
    case subscriberUnknown = "subscriber-unknown"
    /// So little was used that it is billed with a later month.
    case belowMinimum = "below-minimum"
    /// The customer had the invoices stopped for a journey.
    case frozen = "billing-frozen"
    case correctionNoted = "correction-noted"
    /// The period was billed while the clerk looked.
    case billedMeanwhile = "billed-meanwhile"
}
