/// A label of a series; its value never names a person.
package struct MetricLabel: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A series of a family.
package struct MetricSeries: Sendable {
    package let labels: [MetricLabel]
    package let value: MetricValue

    package init(labels: [MetricLabel] = [], value: MetricValue) {
        self.labels = labels
        self.value = value
    }
}

/// Metrics of one name, as the text form of Prometheus wants them together.
package struct MetricFamily: Sendable {
    package let name: String
    package let kind: MetricKind
    package let series: [MetricSeries]

    package init(name: String, kind: MetricKind, series: [MetricSeries]) {
        self.name = name
        self.kind = kind
        self.series = series
    }

    /// The family in the text form of Prometheus, version 0.0.4.
    var text: String {
        var text = "# HELP \(name) \(MetricName.help(name))\n# TYPE \(name) \(kind.rawValue)\n"
        for line in series.map(lines).sorted(by: { $0.0 < $1.0 }) { text += line.1 }
        return text
    }

    private func lines(_ series: MetricSeries) -> (String, String) {
        let labels = series.labels.map { "\($0.name)=\"\(escaped($0.value))\"" }
        func line(_ ending: String, _ more: [String], _ value: Double) -> String {
            let all = (labels + more).joined(separator: ",")
            return "\(name)\(ending)\(all.isEmpty ? "" : "{\(all)}") \(number(value))\n"
        }
        let text: String
        switch series.value {
        case .number(let value): text = line("", [], value)
        case .histogram(let counts, let count, let sum):
            text =
                zip(MetricCell.bounds, counts).map { line("_bucket", ["le=\"\(number($0))\""], Double($1)) }.joined()
                + line("_bucket", ["le=\"+Inf\""], Double(count)) + line("_sum", [], sum)
                + line("_count", [], Double(count))
        }
        return (labels.joined(separator: ","), text)
    }

    private func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
