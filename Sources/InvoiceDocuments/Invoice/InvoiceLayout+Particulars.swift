import Billing
import Quantities
import Wording

extension InvoiceLayout {
    /// Subscriber, meter, and period with gas, in three columns.
    mutating func particulars(top: Double) throws(DocumentError) -> Double {
        let gap = 16.0
        let widths = [0.27, 0.29, 0.44].map { ($0 * (Self.width - 2 * gap)) }
        var x = Self.left
        var bottom = top
        for (column, width) in zip([subscriberColumn, meterColumn, periodColumn], widths) {
            page.text(writer.words(column.heading), x: x, baseline: top + 8 * scale, style: heading)
            page.rule(y: top + 13 * scale, from: x, to: x + width, width: 0.5)
            var baseline = top + 24 * scale
            for (label, value) in column.rows {
                let labelWidth = page.text(
                    writer.words(label), x: x, baseline: baseline, style: style(7.5, gray: Self.labelGray))
                try page.fitted(
                    value, x: x + width, baseline: baseline, width: width - labelWidth - 6, style: style(7.5),
                    alignment: .right, place: writer.words(label))
                baseline += 11 * scale
            }
            bottom = max(bottom, baseline - 8 * scale)
            x += width + gap
        }
        return bottom
    }

    private typealias Column = (heading: Phrase, rows: [(Phrase, String)])

    private var subscriberColumn: Column {
        let subscriber = invoice.subscriber
        var rows = [
            (InvoiceWords.subscriberNumber, subscriber.number.text),
            (InvoiceWords.installationNumber, subscriber.installation.text),
        ]
        if let kind = DerivationWords.subscriberKind(subscriber.kind.rawValue) {
            rows.append((InvoiceWords.subscriberKind, writer.words(kind)))
        }
        if let identity = sheet.maskedIdentity { rows.append((InvoiceWords.identityNumber, identity)) }
        return (InvoiceWords.subscriber, rows)
    }

    private var meterColumn: Column {
        let meter = invoice.meter
        return (
            InvoiceWords.meter,
            [
                (InvoiceWords.meterSerial, meter.serial?.text ?? "–"),
                (InvoiceWords.meterClass, meter.gClass),
                (InvoiceWords.meterPressure, "\(meter.pressureMillibar) mbar"),
                (InvoiceWords.multiplier, writer.figure(meter.multiplier.figure.withoutTrailingZeros)),
            ]
        )
    }

    private var periodColumn: Column {
        let figures = invoice.figures
        let period = "\(writer.date(invoice.firstReading.date)) – \(writer.date(invoice.lastReading.date))"
        return (
            InvoiceWords.periodAndGas,
            [
                (InvoiceWords.period, "\(period) · \(writer.words(InvoiceWords.days, ["days": String(invoice.days)]))"),
                (InvoiceWords.correctionFactor, writer.figure(figures.correctionFactor)),
                (
                    InvoiceWords.calorificValue,
                    writer.figure(figures.calorificValue.figure.withoutTrailingZeros(keeping: 2)) + " kcal/m³"
                ),
                (InvoiceWords.energyFactor, writer.figure(figures.energyFactorFigure) + " kWh/m³"),
                (InvoiceWords.energy, writer.figure(figures.energyFigure) + " kWh"),
                (InvoiceWords.averagePrice, writer.figure(figures.averagePrice) + " TL/kWh"),
            ]
        )
    }
}
