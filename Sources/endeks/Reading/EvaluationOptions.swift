import ArgumentParser
import Foundation
import MeterVision

/// The options of `endeks read --evaluate`.
struct EvaluationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Compare with these labels and print the figures with their intervals.", valueName: "labels.csv"))
    var evaluate: String?

    @Option(
        help: ArgumentHelp(
            "A table (columns file, fold) that says which of --weights may read a photo.", valueName: "file"))
    var folds: String?

    @Option(
        help: ArgumentHelp(
            "Where fold-0.model, fold-1.model … lie, each trained without its fold.", valueName: "folder"))
    var weights: String?

    @Option(
        help: ArgumentHelp(
            "What is told of a labelled photo's meter: nothing, wheels (how many black ones; unless told otherwise), or "
                + "meter (red ones, last index and expected interval too).", valueName: "what")
    )
    var known: KnownOfMeter?

    @Flag(help: "Read equal slices of the labelled windows with the wheel net alone: a measure for the rest.")
    var digitReader = false

    @Option(
        help: ArgumentHelp("Of labelled single wheels, only those of the meters that it names.", valueName: "file"))
    var only: String?

    @Option(help: ArgumentHelp("Draw how sure it was against how often it was right.", valueName: "file.svg"))
    var reliability: String?

    func validate() throws {
        guard evaluate == nil else {
            if (folds == nil) != (weights == nil) {
                throw ValidationError(
                    "--folds and --weights go together: which fold a photo is of, and the folds' weights.")
            }
            if digitReader, known != nil {
                throw ValidationError("--digit-reader is told the window, and nothing by --known.")
            }
            return
        }
        let alone = [
            ("--folds", folds != nil), ("--weights", weights != nil), ("--known", known != nil),
            ("--digit-reader", digitReader), ("--only", only != nil), ("--reliability", reliability != nil),
        ]
        if let option = alone.first(where: { $0.1 }) {
            throw ValidationError("\(option.0) is there for --evaluate alone.")
        }
    }
}
