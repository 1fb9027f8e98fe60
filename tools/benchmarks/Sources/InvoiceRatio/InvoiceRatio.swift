import Billing
import BillingSamples
import DecimalInvoice
import Foundation
import GasPhysics
import Quantities

/// Computes the same invoices by Billing's fixed point and by Foundation's `Decimal`, by turns on one core.
///
/// Prints both rates and their ratio. Exits 1 where a figure differs or the ratio is below 50.
@main
struct InvoiceRatio {
    static let least = 50.0

    static func main() throws {
        let inputs = InvoiceInput.sample(count: 4_096, seed: 20_261_122)
        let decimals = inputs.compactMap(DecimalInvoiceInput.init)
        guard let constants = DecimalInvoiceConstants(), decimals.count == inputs.count else {
            fail("Foundation cannot read the inputs.")
        }
        for (input, decimal) in zip(inputs, decimals) {
            let figures = try input.figures()
            guard DecimalInvoiceFigures(decimal, constants).isSame(as: figures) else {
                fail("The two computations differ at \(input).")
            }
        }
        print("\(inputs.count) invoices: every figure is the same by both computations.")

        var (fixedTimes, decimalTimes): ([Double], [Double]) = ([], [])
        for round in 0..<12 {
            let fixed = try nanoseconds(repeating: 40, inputs) { try $0.figures().payable.kurus }
            let decimal = nanoseconds(repeating: 1, decimals) { input in
                DecimalInvoiceFigures(input, constants).payable.isZero ? 0 : 1
            }
            guard round > 0 else { continue }  // the first round warms up
            fixedTimes.append(fixed)
            decimalTimes.append(decimal)
        }
        let (fixed, decimal) = (median(fixedTimes), median(decimalTimes))
        let ratios = zip(decimalTimes, fixedTimes).map { $0 / $1 }.sorted()
        let ratio = median(ratios)
        print("fixed point         \(number(fixed)) ns an invoice")
        print("Foundation.Decimal  \(number(decimal)) ns an invoice")
        print(
            "ratio               \(number(ratio)) (median of \(ratios.count) rounds by turns; "
                + "\(number(ratios.first ?? 0)) to \(number(ratios.last ?? 0)))")
        let request = Array(repeating: try wholeInvoiceRequest(), count: 1_024)
        let whole = try nanoseconds(repeating: 4, request) { try Invoice($0).figures.payable.kurus }
        print("whole Invoice value \(number(whole)) ns, with its dates and checks, derivation off (no counterpart)")
        guard ratio >= least else { fail("The ratio is below \(number(least)).") }
    }

    /// Nanoseconds of processor time of this thread for one of `inputs`; others on the machine do not count.
    static func nanoseconds<Input>(
        repeating count: Int, _ inputs: [Input], _ compute: (Input) throws -> Int64
    ) rethrows -> Double {
        var sum: Int64 = 0
        let start = threadNanoseconds()
        for _ in 0..<count {
            for input in inputs { sum &+= try compute(input) }
        }
        let end = threadNanoseconds()
        guard sum != 0 else { fail("The computation gave nothing.") }
        return (end - start) / Double(count * inputs.count)
    }

    static func number(_ value: Double) -> String { String(format: "%.1f", value) }

    static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
