import Storage
import WrittenFiles

extension ImportedFile {
    /// Takes the file over in one transaction, whole or not at all, and prints what `told` makes of the outcome.
    ///
    /// - Throws: `CommandFailure` where the books refuse the file, with every mistake that `mistakes` makes of their refusal
    ///   named before, and where the folder cannot be used.
    func takeOver<Outcome: Sendable, Refusal: Error>(
        into store: Store, _ change: @escaping @Sendable (Transaction, _ sha256: String) throws -> Outcome,
        told: (Outcome) -> String, mistakes: (Refusal) -> [FileMistake]
    ) async throws(CommandFailure) {
        let sha256 = sha256
        do {
            print(told(try await store.write { try change($0, sha256) }))
        } catch let refusal as Refusal {
            try Self.refuse(mistakes(refusal))
        } catch {
            throw CommandFailure(data: error, folder: store.folder)
        }
    }
}
