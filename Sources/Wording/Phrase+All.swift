extension Phrase {
    /// Every phrase of the house, once.
    package static let all: [Phrase] =
        InvoiceWords.all + DerivationWords.all + BillingAnswers.all + BillingErrorWords.all + ChannelAnswers.all
        + ReadingAnswer.all.flatMap { [$0.answer, $0.notice] }
        + [ReadingAnswer.waitsForPerson, ReadingAnswer.refusedWithoutReason]
        + PhotoAnswers.all + ReversalWords.all + ReviewReasons.all + FaultWords.all + FaultEvidenceWords.all
        + HintWords.all
        + RejectAnswer.all.flatMap { [$0.label, $0.answer] }
        + DemoWords.all
        + AdviceWords.all + ApprovalWords.all
        + ReviewPageWords.all + LoadWords.all
}
