/// Deals photos into folds so that those of a meter stay together.
enum TrainingFolds {
    /// How many there are; the training's own lists have as many.
    static let count = 5

    /// The fold of each meter that `photos` names, by how many photos it has.
    ///
    /// The meters with the most photos come first, those with equally many in random order, each into the fold that has
    /// the fewest: the folds come out even, and which meter went where cannot be found out again.
    static func deal<Meter: Hashable>(
        _ photos: [Meter], using random: inout some RandomNumberGenerator
    ) -> [Meter: Int] {
        // In the order given: a dictionary's own changes from run to run.
        var counts: [Meter: Int] = [:]
        var meters: [Meter] = []
        for meter in photos {
            if counts[meter] == nil { meters.append(meter) }
            counts[meter, default: 0] += 1
        }
        meters.shuffle(using: &random)
        meters.sort { counts[$0, default: 0] > counts[$1, default: 0] }
        var filled = [Int](repeating: 0, count: count)
        var folds: [Meter: Int] = [:]
        for meter in meters {
            let fold = filled.indices.min { filled[$0] < filled[$1] } ?? 0
            folds[meter] = fold
            filled[fold] += counts[meter, default: 0]
        }
        return folds
    }
}
