import Billing
import BillingSamples
import Foundation
import Quantities

/// Prints how much of the library's work is done in a second, and exits 1 where that is less than issue 7 asks.
///
/// Without an argument it measures all; `invoices`, `corrections` and `month` one. One core's figures count the processor
/// time of the thread, so that others on the machine do not count; the month is by the clock on the wall.
@main
struct LibraryRates {
    static func main() throws {
        let wanted = Set(CommandLine.arguments.dropFirst())
        var isReached = true
        if wanted.isEmpty || wanted.contains("invoices") { isReached = try invoices() && isReached }
        if wanted.isEmpty || wanted.contains("corrections") { isReached = try corrections() && isReached }
        if wanted.isEmpty || wanted.contains("month") {
            isReached = try MonthOfACity(count: 1_000_000).run() && isReached
        }
        if !isReached { exit(1) }
    }

    private static func invoices() throws -> Bool {
        let city = try City()
        let requests = try city.households(0..<4_096).map { try city.request(for: $0, number: InvoiceNumber.sample) }
        let plain = try rate("invoices, derivation off", requests, repeats: 25, atLeast: 300_000) { request in
            try Invoice(request).figures.payable.kurus
        }
        let derived = try rate("invoices with derivation", requests, repeats: 5, atLeast: 60_000) { request in
            let invoice = try Invoice(request)
            return invoice.figures.payable.kurus &+ Int64(invoice.derivation.count)
        }
        return plain && derived
    }

    private static func corrections() throws -> Bool {
        let samples = try (0..<512).map { try PrepaidSample(seed: UInt64($0)) }
        return try rate("TL corrections of 24 lots and 12 periods", samples, repeats: 20, atLeast: 50_000) { sample in
            let correction = try TLCorrection(lots: sample.lots, periods: sample.periods, rules: .cinigaz)
            return try correction.gross().kurus &+ 1
        }
    }

    /// Prints how many a second, by the median of eleven rounds; the first round warms up.
    private static func rate<Input>(
        _ name: String, _ inputs: [Input], repeats: Int, atLeast least: Double, _ compute: (Input) throws -> Int64
    ) throws -> Bool {
        var rates: [Double] = []
        for round in 0..<12 {
            var sum: Int64 = 0
            let start = threadNanoseconds()
            for _ in 0..<repeats { for input in inputs { sum &+= try compute(input) } }
            let took = threadNanoseconds() - start
            precondition(sum != 0, "the computation gave nothing")
            if round > 0 { rates.append(Double(repeats * inputs.count) / took * 1e9) }
        }
        rates.sort()
        print(
            "\(name): \(whole(median(rates)))/s on one core (median of \(rates.count) rounds, \(whole(rates[0])) to "
                + "\(whole(rates[rates.count - 1])); at least \(whole(least)))")
        return median(rates) >= least
    }

    private static func whole(_ value: Double) -> String { String(format: "%.0f", value) }
}

extension InvoiceNumber {
    static var sample: InvoiceNumber { get throws { try InvoiceNumber("OGZ2026000000001") } }
}

extension City {
    /// The request for a household's invoice of this month.
    func request(
        for household: Household, number: InvoiceNumber, plausibleLimit: MeterVolume? = MeterVolume(litres: 4_464_000)
    ) -> InvoiceRequest {
        InvoiceRequest(
            number: number, issuer: issuer, subscriber: household.subscriber, meter: household.meter,
            firstReading: household.lastMonth, lastReading: household.thisMonth, plausibleLimit: plausibleLimit,
            gas: gas,
            tariff: tariff, invoiceDate: invoiceDate, workingDays: workingDays)
    }
}
