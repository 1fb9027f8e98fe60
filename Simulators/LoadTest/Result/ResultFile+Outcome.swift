import Billing
import Quantities

extension ResultFile {
    /// The file of an outcome.
    package init<Fleet: FleetUnderLoad, Tested: BillingUnderTest>(
        _ outcome: LoadOutcome, of run: LoadRun<Fleet, Tested>, traits: [TruthTrait]
    ) {
        let score = outcome.score
        self.init(
            run: Run(
                scenario: run.fleet.name, seed: "\(run.fleet.seed)", start: "\(run.fleet.start)",
                end: "\(run.fleet.end)", meters: run.fleet.count, billing: run.billing.name,
                terms: run.fleet.terms.version, metersPerShard: run.settings.metersPerShard,
                graceDays: run.settings.graceDays),
            counts: score.counts,
            ledger: Ledger(
                transactions: score.ledger.transactions, lines: score.ledger.lines,
                owedKurus: score.ledger.owedKurus, cashKurus: score.ledger.cashKurus,
                sumKurus: score.ledger.sumKurus),
            faultless: ResultFile.differences(score.faultless), faulty: ResultFile.differences(score.faulty),
            money: score.money.sorted { $0.key < $1.key }.map { key, row in
                Money(
                    kind: key.kind.code, fault: key.load.code, meters: row.meters, periods: row.periods,
                    differing: row.differing, billedKurus: row.billedKurus, trueKurus: row.trueKurus,
                    absoluteKurus: row.absoluteKurus)
            },
            faults: MeterFault.allCases.map { fault in
                let row = score.faults[fault] ?? FaultScore()
                return Fault(
                    number: fault.rawValue, name: "\(fault)",
                    sign: traits.first { $0.fault == fault }?.sign.code ?? TruthSign(fault.evidence).code,
                    truths: row.truths, met: row.met, found: row.found, flags: row.flags, right: row.right,
                    foundOfAll: row.foundOfAll, recallPermille: row.recallPermille,
                    recallOfAllPermille: row.recallOfAllPermille, precisionPermille: row.precisionPermille)
            },
            use: Use(
                faults: score.curve.faults, flagged: score.curve.flagged, wrongFlags: score.curve.wrongFlags,
                meterMonths: score.curve.meterMonths,
                curve: ThresholdCurve.thresholds.enumerated().map { place, permille in
                    Threshold(permille: permille, found: score.curve.found[place], wrong: score.curve.wrong[place])
                },
                kinds: ToldByUse.allCases.map { kind in
                    let row = score.curve.kinds[kind] ?? UseKindScore()
                    return UseKind(name: kind.rawValue, faults: row.faults, flagged: row.flagged)
                }),
            worst: score.worst.map {
                Worst(
                    meter: $0.meter, kind: $0.kind.code, fault: $0.load.code, billedKurus: $0.billedKurus,
                    trueKurus: $0.trueKurus)
            },
            times: Times(
                seconds: outcome.times.seconds, threads: outcome.times.threads,
                readingsPerSecond: outcome.times.readingsPerSecond, reading: Percentiles(outcome.times.reading),
                batch: Percentiles(outcome.times.batches), sale: Percentiles(outcome.times.sale)))
    }

    private static func differences(_ causes: [DifferenceCause: CauseRow]) -> [Difference] {
        DifferenceCause.allCases.map { cause in
            Difference(
                cause: cause.code, periods: causes[cause]?.periods ?? 0, kurus: causes[cause]?.kurus ?? 0)
        }
    }
}

extension ResultFile.Percentiles {
    init(_ record: LatencyRecord) {
        self.init(
            count: record.count, p50: record.nanoseconds(atPercent: 50), p90: record.nanoseconds(atPercent: 90),
            p99: record.nanoseconds(atPercent: 99), p999: record.nanoseconds(atPercent: 99.9),
            max: record.nanoseconds(atPercent: 100))
    }
}

extension FaultLoad {
    /// Its code in files: `faultless`, `reader`, a fault's name, `several`.
    package var code: String {
        switch self {
        case .faultless: "faultless"
        case .one(let number): MeterFault(rawValue: number).map { "\($0)" } ?? "reader"
        case .several: "several"
        }
    }
}

extension TruthSign {
    /// What shows a fault to the core library, where the fleet does not say it.
    init(_ evidence: MeterFault.Evidence) {
        self =
            switch evidence {
            case .readings, .converter, .records, .clock: .registers
            case .card: .card
            case .status: .status
            case .inspection, .none: .none
            }
    }
}
