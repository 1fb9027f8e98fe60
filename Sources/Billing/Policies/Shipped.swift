package import Quantities

extension CivilDate {
    /// A day of a policy that ships: ours to get right.
    package init(shipped year: Int, _ month: Int, _ day: Int) {
        guard let date = try? CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("a shipped policy names a day that the calendar has not")
        }
        self = date
    }
}

extension RateTable {
    /// A table of a policy that ships: ours to get right.
    package init(shippedSteps steps: [Step]) {
        guard let table = try? RateTable(steps) else {
            preconditionFailure("a shipped policy has two values from one day on")
        }
        self = table
    }
}
