import ArgumentParser

/// `endeks bill …`: invoices.
struct BillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bill",
        abstract: "Make the invoice of a meter photo, bill a round of readings, explain an invoice, and take one back.",
        discussion: """
            'endeks bill PHOTO …' is 'endeks bill photo PHOTO …': its options are in 'endeks bill photo --help'.
            """,
        subcommands: [
            BillPhotoCommand.self, BillRunCommand.self, BillExplainCommand.self,
            BillReverseCommand.self,
        ],
        defaultSubcommand: BillPhotoCommand.self)
}
