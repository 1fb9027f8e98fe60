import FleetSimulator
import MeterCore

/// Writes what only the simulator knows of a meter: readings, faults, and what is right to bill.
struct TruthRows {
    let fleet: PlannedFleet
    let dates: DateTexts

    /// - Parameters:
    ///   - course: the meter at the plan's end.
    ///   - written: its readings.
    ///   - delivered: what came of them; nil where all did, once.
    ///   - corrector: what the faults of a corrector did.
    ///   - text: where the rows go.
    func write(
        _ course: MeterCourse, _ written: [WrittenReading], _ delivered: [DeliveredReading]?,
        _ corrector: [FaultTruth]?, into text: inout ChunkText
    ) {
        var billable = BillableVolume(startIndex: course.soundStart, range: course.range)
        var before = fleet.plan.hours.lowerBound
        for reading in written {
            let hour = reading.planned.hour
            let deliveries = delivered.map { ways in
                ways.count { Int($0.taken.record.order) == reading.planned.number + 1 }
            }
            let volume = billable.next(
                reading.shown.soundIndex, generation: reading.shown.generation,
                removals: reading.shown.generation == 0 ? [] : course.removals(until: hour))
            write(
                course, reading, billable: volume, deliveries: deliveries ?? 1,
                faults: course.faults.filter {
                    $0.severity > 0 && $0.touches(before..<hour.advanced(byHours: 1))
                }, into: &text[.truth])
            before = hour
        }
        writeMeter(course, into: &text[.truthMeters])
        if !course.faults.isEmpty { writeFaults(course, written, delivered, corrector, into: &text[.truthFaults]) }
    }

    private func write(
        _ course: MeterCourse, _ reading: WrittenReading, billable: Int, deliveries: Int, faults: [Fault],
        into text: inout TableText
    ) {
        text.add(course.number)
        text.add(reading.planned.number + 1)
        text.add(hour: reading.planned.hour, dates)
        text.add(reading.shown.serial)
        text.add(reading.shown.index)
        text.add(reading.shown.soundIndex)
        text.add(reading.shown.counted)
        text.add(billable)
        text.add(course.kind == .corrector ? "" : reading.planned.slip.name)
        text.add(reading.written)
        text.add(deliveries)
        text.add(
            faults.map { $0.variant == .plain ? $0.kind.name : "\($0.kind.name).\($0.variant.name)" }
                .joined(separator: "+"))
        text.end()
    }

    private func writeMeter(_ course: MeterCourse, into text: inout TableText) {
        let end = fleet.plan.hours.upperBound
        let counted = course.prepaid?.passed ?? course.wheels.passed(at: end)
        let error = Int64(1_000_000 + course.curve.meter.partsPerMillion)
        // A prepaid meter's valve decides what passes, so its gas is what was counted without the meter's error.
        let gas =
            course.prepaid.map { $0.passed * 1_000_000 / error }
            ?? course.curve.millilitres(at: end) + course.wheels.leaked(until: end)
        text.add(course.number)
        text.add(course.curve.meter.partsPerMillion)
        text.add(course.startIndex)
        text.add(Int(course.curve.meter.demand.meanYear))
        text.add(gas)
        text.add(counted)
        text.end()
    }

    private func writeFaults(
        _ course: MeterCourse, _ written: [WrittenReading], _ delivered: [DeliveredReading]?,
        _ corrector: [FaultTruth]?, into text: inout TableText
    ) {
        let truths = corrector ?? course.truths(until: fleet.plan.hours.upperBound)
        for (place, fault) in course.faults.enumerated() {
            var truth = truths.first { $0.fault == fault } ?? FaultTruth(fault)
            if ReadingTrip.waylays(fault) {
                truth.touched += delivered?.count { $0.fault == place } ?? 0
                if fault.variant == .missing, let delivered {
                    // What never came was met by whoever waited for it.
                    truth.touched += written.count { reading in
                        fault.isOn(reading.planned.hour)
                            && !delivered.contains { Int($0.taken.record.order) == reading.planned.number + 1 }
                    }
                }
            }
            write(truth, of: course.number, into: &text)
        }
    }

    private func write(_ truth: FaultTruth, of meter: Int, into text: inout TableText) {
        text.add(meter)
        text.add(truth.fault.kind.number)
        text.add(truth.fault.kind.name)
        text.add(truth.fault.variant == .plain ? "" : truth.fault.variant.name)
        text.add(hour: truth.fault.start, dates)
        text.add(hour: truth.fault.end, dates)
        text.add(truth.fault.severity)
        text.add(truth.registered)
        text.add(truth.pulsed)
        text.add(truth.base)
        text.add(truth.use)
        text.add(truth.credit)
        text.add(truth.touched)
        text.add(truth.duty.rawValue)
        text.add(truth.sign.rawValue)
        text.end()
    }
}

extension ReaderSlip {
    /// Its name in tables; empty for none.
    var name: String {
        switch self {
        case .none: ""
        case .digit: "digit"
        case .swappedNeighbours: "swapped"
        case .estimate: "estimate"
        }
    }
}
