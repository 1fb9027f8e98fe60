import Billing
import Quantities

/// Scores a shard: what billing made of it beside what the truth comes to.
struct ShardScoring {
    let settings: LoadSettings
    private let firstMeter: Int
    private let register: [RegisterRow]
    private var billed: [[BilledPeriod]]
    private var truth: [[BilledPeriod]]
    private var answers: [[CardAnswer]]
    private var trueAnswers: [[CardAnswer]]
    private var truths: [[TruthFault]]
    private var flags: [[FaultFlagged]]
    private let counts: ReadingCounts
    private let ledger: LedgerCheck

    init(_ log: ShardLog, truth trueLog: ShardLog, _ settings: LoadSettings) {
        self.settings = settings
        register = log.register
        counts = log.counts
        ledger = log.ledger
        let first = log.register.first?.number ?? 0
        firstMeter = first
        let count = log.register.count
        func split<Item>(_ items: [Item], _ meter: (Item) -> Int) -> [[Item]] {
            var parts = [[Item]](repeating: [], count: count)
            for item in items where parts.indices.contains(meter(item) - first) {
                parts[meter(item) - first].append(item)
            }
            return parts
        }
        billed = split(log.periods) { $0.meter }
        truth = split(trueLog.periods) { $0.meter }
        answers = split(log.answers) { $0.meter }
        trueAnswers = split(trueLog.answers) { $0.meter }
        truths = split(log.truths) { $0.meter }
        flags = split(log.flags) { $0.meter }
    }

    /// The score of all meters.
    mutating func scored() -> LoadScore {
        var score = LoadScore()
        score.counts = counts
        score.ledger = ledger
        var worst: [WorstMeter] = []
        for place in register.indices {
            addRollovers(place)
            let load = load(place)
            scoreMoney(place, load, &score, &worst)
            scoreFlags(place, &score)
            scoreUse(place, &score)
        }
        score.worst = Array(worst.sorted(by: WorstMeter.isWorse).prefix(settings.worstCases))
        return score
    }

    /// A counter that passes its largest number is no fault, but billing must say so: the truth has them all.
    private mutating func addRollovers(_ place: Int) {
        for period in truth[place] where period.isRollover {
            let isKnown = truths[place].contains {
                $0.cause == .fault(.rollover) && $0.covers(period.through, grace: settings.graceDays)
            }
            if isKnown { continue }
            truths[place].append(
                TruthFault(
                    meter: register[place].number, cause: .fault(.rollover), from: period.from,
                    through: period.through, sign: .registers))
        }
    }

    private func load(_ place: Int) -> FaultLoad {
        // A rollover is nothing wrong.
        let causes = Set(truths[place].filter { $0.cause != .fault(.rollover) }.map { $0.cause.number })
        guard let first = causes.first else { return .faultless }
        return causes.count == 1 ? .one(first) : .several
    }

    private func scoreMoney(_ place: Int, _ load: FaultLoad, _ score: inout LoadScore, _ worst: inout [WorstMeter]) {
        let row = register[place]
        var money = MoneyRow()
        money.meters = 1
        money.periods = billed[place].count
        var causes: [DifferenceCause: CauseRow] = [:]
        func differ(_ cause: DifferenceCause, _ kurus: Int64) {
            money.differing += 1
            causes[cause, default: CauseRow()].add(kurus)
        }
        var right = Dictionary(truth[place].map { ($0.order, $0) }) { first, _ in first }
        var reached: CivilDate?
        for period in billed[place] {
            money.billedKurus += period.payableKurus
            if let end = reached, period.from < end {
                score.counts.double += 1
                differ(.double, period.payableKurus)
                continue
            }
            reached = period.through
            guard let true_ = right.removeValue(forKey: period.order) else {
                differ(.extra, period.payableKurus)
                continue
            }
            if let cause = DifferenceCause(billed: period, truth: true_, kind: row.kind) {
                differ(cause, period.payableKurus - true_.payableKurus)
            }
        }
        for (_, period) in right { differ(.missing, -period.payableKurus) }
        money.trueKurus = truth[place].reduce(0) { $0 + $1.payableKurus }
        if row.kind == .prepaid {
            let (paid, due) = (answers[place], trueAnswers[place])
            money.billedKurus += paid.reduce(0) { $0 + $1.forGasKurus }
            money.trueKurus += due.reduce(0) { $0 + $1.forGasKurus }
            for sale in 0..<max(paid.count, due.count) {
                let one = sale < paid.count ? paid[sale] : CardAnswer(meter: row.number, order: 0)
                let other = sale < due.count ? due[sale] : CardAnswer(meter: row.number, order: 0)
                let isSame =
                    one.paidKurus == other.paidKurus && one.debtKurus == other.debtKurus && one.litres == other.litres
                    && one.money == other.money
                if !isSame { differ(.sale, one.forGasKurus - other.forGasKurus) }
            }
        }
        let difference = money.billedKurus - money.trueKurus
        money.absoluteKurus = Int64(clamping: difference.magnitude)
        score.money[MoneyKey(kind: row.kind, load: load), default: MoneyRow()].add(money)
        for (cause, causeRow) in causes {
            if load == .faultless {
                score.faultless[cause, default: CauseRow()].add(causeRow.kurus, periods: causeRow.periods)
            } else {
                score.faulty[cause, default: CauseRow()].add(causeRow.kurus, periods: causeRow.periods)
            }
        }
        if difference != 0 {
            worst.append(
                WorstMeter(
                    meter: row.number, kind: row.kind, load: load, billedKurus: money.billedKurus,
                    trueKurus: money.trueKurus))
        }
    }

    private func scoreFlags(_ place: Int, _ score: inout LoadScore) {
        let faults = truths[place]
        for truth in faults {
            guard case .fault(let fault) = truth.cause else { continue }
            var row = score.faults[fault] ?? FaultScore()
            row.truths += 1
            let isFound = flags[place].contains {
                truth.isNamed(by: $0.fault) && truth.covers($0.day, grace: settings.graceDays)
            }
            if isFound { row.foundOfAll += 1 }
            if truth.isMet {
                row.met += 1
                if isFound { row.found += 1 }
            }
            score.faults[fault] = row
        }
        var seen: Set<FlagMonth> = []
        for flag in flags[place] where seen.insert(FlagMonth(flag)).inserted {
            score.faults[flag.fault, default: FaultScore()].flags += 1
            let isRight = faults.contains {
                $0.isNamed(by: flag.fault) && $0.covers(flag.day, grace: settings.graceDays)
            }
            if isRight { score.faults[flag.fault, default: FaultScore()].right += 1 }
        }
    }

    private func scoreUse(_ place: Int, _ score: inout LoadScore) {
        score.curve.meterMonths += billed[place].count
        for truth in truths[place] where truth.isMet {
            guard let kind = truth.toldByUse else { continue }
            let isFlagged = flags[place].contains {
                truth.isNamed(by: $0.fault) && truth.covers($0.day, grace: settings.graceDays)
            }
            score.curve.kinds[kind, default: UseKindScore()].add(isFlagged)
            guard kind.isByUseAlone else { continue }
            score.curve.faults += 1
            if isFlagged { score.curve.flagged += 1 }
            let lowest = billed[place].filter { truth.covers($0.through, grace: settings.graceDays) }
                .compactMap { $0.usePermille }.min()
            for (threshold, permille) in ThresholdCurve.thresholds.enumerated() {
                if let lowest, lowest < permille { score.curve.found[threshold] += 1 }
            }
        }
        // Whatever else is wrong with a meter or its readings, such as a swap, may take its use as well.
        let others = truths[place].filter { $0.cause != .fault(.rollover) }
        func isInnocent(_ day: CivilDate) -> Bool {
            !others.contains { $0.covers(day, grace: ThresholdCurve.exemptDays) }
        }
        for period in billed[place] {
            guard let use = period.usePermille, isInnocent(period.through) else { continue }
            for (threshold, permille) in ThresholdCurve.thresholds.enumerated() where use < permille {
                score.curve.wrong[threshold] += 1
            }
        }
        var seen: Set<FlagMonth> = []
        for flag in flags[place] where flag.fault == .stuckIndex || flag.fault == .slippingWheel {
            if isInnocent(flag.day), seen.insert(FlagMonth(flag)).inserted { score.curve.wrongFlags += 1 }
        }
    }
}

/// Flags of one kind and month are one.
private struct FlagMonth: Hashable {
    let fault: MeterFault
    let month: CivilMonth

    init(_ flag: FaultFlagged) { (fault, month) = (flag.fault, CivilMonth(of: flag.day)) }
}
