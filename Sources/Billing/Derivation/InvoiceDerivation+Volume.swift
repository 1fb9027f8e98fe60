import GasPhysics
import Quantities

// From the counters to the corrected volume.
extension InvoiceDerivation {
    var volumeSteps: [DerivationStep] {
        let parts = basis.parts
        if let corrector = basis.corrector {
            return correctorSteps(corrector, on: parts) + minimumUse(figures.correctedVolume.figure)
        }
        var steps: [DerivationStep] = []
        var volumes: [DerivationStep.Operand] = []
        for part in parts {
            guard let step = measuredVolume(part) else { continue }
            steps.append(step)
            let factors = spans { () throws(BillingError) in try part.corrections() }
            let factor: CorrectionFactor
            if parts.count == 1 {
                factor = oneMetersFactor(part) ?? figures.correctionFactor
            } else {
                factor = oneMetersFactor(part) ?? .one
            }
            let months = correctionMonths(of: part, factors)
            steps.append(contentsOf: months)
            if factors.count > 1 {
                steps.append(
                    averageCorrectionFactor(
                        factors, result: factor, version: months.compactMap { $0.policy }.joinedOnce))
            }
            guard !isCut else { continue }
            let corrected = correctedVolume(step.result, factor)
            volumes.append(.init(.correctedVolume, corrected.result))
            steps.append(corrected)
        }
        if volumes.count > 1 {
            steps.append(
                DerivationStep(
                    code: .totalCorrectedVolume, operands: volumes, result: figures.correctedVolumeFigure,
                    policy: InvoiceRules.meterChangeVersion))
        }
        return steps + minimumUse(figures.measuredVolume.figure)
    }

    /// Whether the period was cut into lines, each with its own corrected volume.
    private var isCut: Bool { invoice.figures.isSumOfLines(basis) }

    /// Whether another meter was hung there in the period.
    private var isChanged: Bool { !basis.meterChanges.isEmpty }

    private func oneMetersFactor(_ part: MeterPart) -> CorrectionFactor? {
        try? part.correctionFactor()
    }

    private func measuredVolume(_ part: MeterPart) -> DerivationStep? {
        let (first, last) = (part.first.index, part.last.index)
        var operands: [DerivationStep.Operand] = [
            .init(.lastIndex, DecimalFigure(last.value)), .init(.firstIndex, DecimalFigure(first.value)),
            .init(.multiplier, part.meter.multiplier.figure.withoutTrailingZeros),
        ]
        if last.value < first.value {
            operands.append(.init(.counterRange, DecimalFigure(Index.modulus(digits: last.digits))))
        }
        operands.append(.init(.wheels, DecimalFigure(Int64(last.digits))))
        guard let measured = try? part.measuredVolume() else { return nil }
        return DerivationStep(
            code: .measuredVolume, operands: operands, result: measured.figure.withoutTrailingZeros,
            days: isChanged ? [.init(.from, part.first.date), .init(.through, part.last.date)] : [],
            policy: isChanged ? InvoiceRules.meterChangeVersion : nil)
    }

    private func averageCorrectionFactor(
        _ factors: [DatedSpan<CorrectionFactor>], result: CorrectionFactor, version: String?
    ) -> DerivationStep {
        let operands = factors.flatMap { span -> [DerivationStep.Operand] in
            [.init(.days, DecimalFigure(Int64(span.days))), .init(.correctionFactor, span.value.figure)]
        }
        return DerivationStep(
            code: .averageCorrectionFactor, operands: operands, result: result.figure, policy: version)
    }

    /// The volume of a meter at reference conditions, as the profile prints it.
    func correctedVolume(_ measured: DecimalFigure, _ factor: CorrectionFactor) -> DerivationStep {
        var result = figures.correctedVolumeFigure
        if let volume = try? MeterVolume(measured),
            let corrected = try? EnergyChain.volume(
                volume, times: factor, decimals: figures.rounding.correctedVolumeDecimals)
        {
            result = corrected.figure(figures.rounding)
        }
        return DerivationStep(
            code: .correctedVolume,
            operands: [.init(.measuredVolume, measured), .init(.correctionFactor, factor.figure)], result: result,
            policy: roundingVersion)
    }

    /// The registers of a corrector: the corrected one is billed, the other one is what it is checked by.
    private func correctorSteps(_ corrector: CorrectorReading, on parts: [MeterPart]) -> [DerivationStep] {
        var steps = parts.compactMap { measuredVolume($0) }
        guard steps.count == parts.count, let volume = try? basis.measuredVolume() else { return [] }
        if steps.count > 1 {
            steps.append(
                DerivationStep(
                    code: .totalMeasuredVolume, operands: steps.map { .init(.measuredVolume, $0.result) },
                    result: volume.figure.withoutTrailingZeros, policy: InvoiceRules.meterChangeVersion))
        }
        var proposal: CorrectedVolume?
        if let check = try? corrector.check(measured: volume, multiplier: basis.meter.multiplier) {
            let registers = corrector.stretches.compactMap { registerDifference($0.first, $0.last) }
            steps += registers
            if registers.count > 1 {
                steps.append(
                    DerivationStep(
                        code: .totalCorrectedVolume, operands: registers.map { .init(.correctedVolume, $0.result) },
                        result: check.corrected.figure.withoutTrailingZeros, policy: InvoiceRules.meterChangeVersion))
            }
            proposal = check.status == .hold ? check.proposal : nil
            if let factor = check.effectiveFactor {
                steps.append(
                    DerivationStep(
                        code: .correctorFactor,
                        operands: [
                            .init(.correctedVolume, check.corrected.figure.withoutTrailingZeros),
                            .init(.measuredVolume, volume.figure.withoutTrailingZeros),
                            .init(.expectedFactor, corrector.expectedFactor.figure),
                            .init(.tolerance, corrector.tolerance.figure.withoutTrailingZeros),
                        ],
                        result: factor.figure))
            }
        }
        if let approved = corrector.approved {
            steps.append(
                DerivationStep(
                    code: .approvedVolume,
                    operands: approved == proposal
                        ? [
                            .init(.measuredVolume, volume.figure.withoutTrailingZeros),
                            .init(.expectedFactor, corrector.expectedFactor.figure),
                        ] : [],
                    result: approved.figure))
        }
        return steps
    }

    /// What the corrected register of one corrector went on.
    private func registerDifference(_ first: Index, _ last: Index) -> DerivationStep? {
        let multiplier = basis.meter.multiplier
        guard let counted = try? CorrectorReading.difference(first, last, multiplier) else { return nil }
        var operands: [DerivationStep.Operand] = [
            .init(.lastRegister, DecimalFigure(last.value)), .init(.firstRegister, DecimalFigure(first.value)),
            .init(.multiplier, multiplier.figure.withoutTrailingZeros),
        ]
        if last.value < first.value {
            operands.append(.init(.counterRange, DecimalFigure(Index.modulus(digits: last.digits))))
        }
        operands.append(.init(.wheels, DecimalFigure(Int64(last.digits))))
        return DerivationStep(
            code: .registerDifference, operands: operands, result: counted.figure.withoutTrailingZeros)
    }
}

extension EnergyChain.Volume {
    /// The volume with the decimals that the profile prints, or eight where it is unrounded.
    func figure(_ rounding: RoundingProfile) -> DecimalFigure {
        guard let decimals = rounding.correctedVolumeDecimals else {
            return DecimalFigure(units: hundredMillionths, fractionDigits: InvoiceFigures.shownDecimals)
        }
        return printed.figure(decimals: decimals)
    }
}

extension InvoiceFigures {
    /// Whether the tariff cut the period into stretches of days, of which there were more than one.
    func isSumOfLines(_ basis: InvoiceBasis) -> Bool {
        guard basis.tariff.priceChange == .lines, let segments = try? basis.segments() else { return false }
        return segments.count > 1
    }
}
