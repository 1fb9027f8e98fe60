import Yams

/// What is wrong in a profile file, and where.
package struct ProfileError: Error, Hashable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; nil where the whole file is meant.
    package let line: Int?
    package let problem: String

    /// `line` is counted from 1; nil where the whole file is meant.
    package init(file: String, line: Int?, problem: String) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    package var description: String {
        line.map { "\(file), line \($0): \(problem)" } ?? "\(file): \(problem)"
    }
}

/// Reads a profile file.
///
/// A value is a number, a range `a..b` (uniform), `{mean, deviation, within: a..b}`, a map of weights by name or number,
/// or a list of `{weight, value}`. `keep: unreadable` (or `readable`) throws a scene again until it is so. `extends` names one of the shipped profiles for whatever the file leaves out.
package struct ProfileReader {
    private let file: String

    /// Reads a profile from the text of a YAML file; `file` names it in errors.
    ///
    /// - Throws: ``ProfileError`` with the line.
    package static func profile(yaml: String, file: String) throws(ProfileError) -> Profile {
        let reader = ProfileReader(file: file)
        let node: Node?
        do { node = try Yams.compose(yaml: yaml) } catch let error as YamlError {
            throw ProfileError(file: file, line: reader.line(of: error), problem: "This is no YAML: \(error)")
        } catch {
            throw ProfileError(file: file, line: nil, problem: "This is no YAML: \(error)")
        }
        guard let node else { throw ProfileError(file: file, line: nil, problem: "The file is empty.") }
        return try reader.profile(node)
    }

    private func profile(_ root: Node) throws(ProfileError) -> Profile {
        guard case .mapping(let mapping) = root else { throw wrong(root, "A profile is a map of groups.") }
        let known = Dictionary(uniqueKeysWithValues: Parameter.all.map { ($0.name, $0) })
        var name: String?
        var keep = Profile.Keep.all
        var distributions: [String: Distribution] = [:]
        for (key, value) in mapping {
            let group = key.string ?? ""
            switch group {
            case "name": name = value.string
            case "keep":
                guard let kept = Profile.Keep(rawValue: value.string ?? "") else {
                    throw wrong(
                        value, "keep takes one of \(Profile.Keep.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                keep = kept
            case "extends":
                guard let base = ShippedProfile(rawValue: value.string ?? "") else {
                    throw wrong(
                        value,
                        "extends takes one of \(ShippedProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                let inherited = try base.profile().all
                distributions.merge(inherited) { own, _ in own }
            default:
                guard case .mapping(let entries) = value else {
                    throw wrong(key, "\(group) is a group of parameters: name: value.")
                }
                for (entry, value) in entries {
                    let full = "\(group).\(entry.string ?? "")"
                    guard let parameter = known[full] else {
                        throw wrong(entry, "There is no parameter \(full).\(suggestion(full, known.keys))")
                    }
                    distributions[full] = try distribution(value, parameter)
                }
            }
        }
        guard let name, !name.isEmpty else { throw wrong(root, "The profile has no name.") }
        let missing = known.keys.filter { distributions[$0] == nil }.sorted()
        guard missing.isEmpty else {
            throw wrong(
                root,
                "These parameters are missing: \(missing.joined(separator: ", ")). Give them, or extend a profile.")
        }
        return Profile(name: name, keep: keep, distributions: distributions)
    }

    private func distribution(_ node: Node, _ parameter: Parameter) throws(ProfileError) -> Distribution {
        switch parameter.kind {
        case .choice(let names): try choice(node, names)
        case .flag: try numbers(node, within: 0...1)
        case .number(let limits): try numbers(node, within: limits)
        }
    }

    private func choice(_ node: Node, _ names: [String]) throws(ProfileError) -> Distribution {
        let options = "one of \(names.joined(separator: ", "))"
        func checked(_ node: Node) throws(ProfileError) -> String {
            guard let name = node.string, names.contains(name) else { throw wrong(node, "This takes \(options).") }
            return name
        }
        guard case .mapping(let mapping) = node else {
            return .choice([Distribution.WeightedName(weight: 1, name: try checked(node))])
        }
        var parts: [Distribution.WeightedName] = []
        for (key, value) in mapping {
            parts.append(Distribution.WeightedName(weight: try weight(value), name: try checked(key)))
        }
        try check(parts.map(\.weight), node)
        return .choice(parts)
    }

    private func numbers(_ node: Node, within limits: ClosedRange<Double>) throws(ProfileError) -> Distribution {
        switch node {
        case .scalar:
            let range = try range(node, within: limits)
            return range.lowerBound == range.upperBound ? .constant(range.lowerBound) : .uniform(range)
        case .sequence(let sequence):
            var parts: [Distribution.Weighted] = []
            for part in sequence {
                guard let share = part["weight"], let value = part["value"] else {
                    throw wrong(part, "A part of a mixture is {weight: …, value: …}.")
                }
                parts.append(
                    Distribution.Weighted(weight: try weight(share), value: try numbers(value, within: limits)))
            }
            try check(parts.map(\.weight), node)
            return .mixture(parts)
        case .mapping(let mapping) where mapping["mean"] != nil:
            guard let mean = mapping["mean"], let deviation = mapping["deviation"], let within = mapping["within"]
            else {
                throw wrong(node, "A normal distribution is {mean: …, deviation: …, within: a..b}.")
            }
            return .normal(
                mean: try number(mean, within: limits), deviation: try number(deviation, within: 0...1e9),
                within: try range(within, within: limits))
        case .mapping(let mapping):
            var parts: [Distribution.Weighted] = []
            for (key, value) in mapping {
                parts.append(
                    Distribution.Weighted(
                        weight: try weight(value), value: .constant(try number(key, within: limits))))
            }
            try check(parts.map(\.weight), node)
            return .mixture(parts)
        default: throw wrong(node, "This takes a number, a range a..b, a map of weights or a list of parts.")
        }
    }

    private func range(_ node: Node, within limits: ClosedRange<Double>) throws(ProfileError) -> ClosedRange<Double> {
        let text = node.string ?? ""
        guard let dots = text.firstRange(of: "..") else {
            let value = try number(node, within: limits)
            return value...value
        }
        let low = Double(text[..<dots.lowerBound])
        let high = Double(text[dots.upperBound...])
        guard let low, let high, low.isFinite, high.isFinite, low <= high else {
            throw wrong(node, "A range is a..b, the smaller number first.")
        }
        guard limits.contains(low), limits.contains(high) else { throw outside(node, limits) }
        return low...high
    }

    private func number(_ node: Node, within limits: ClosedRange<Double>) throws(ProfileError) -> Double {
        guard let text = node.string, let value = Double(text), value.isFinite else {
            throw wrong(node, "This takes a number, not \(node.string ?? "that").")
        }
        guard limits.contains(value) else { throw outside(node, limits) }
        return value
    }

    private func weight(_ node: Node) throws(ProfileError) -> Double { try number(node, within: 0...1e6) }

    private func check(_ weights: [Double], _ node: Node) throws(ProfileError) {
        guard weights.contains(where: { $0 > 0 }) else { throw wrong(node, "At least one weight must be above zero.") }
    }

    private func outside(_ node: Node, _ limits: ClosedRange<Double>) -> ProfileError {
        wrong(node, "\(node.string ?? "") is outside \(limits.lowerBound) to \(limits.upperBound).")
    }

    private func wrong(_ node: Node, _ problem: String) -> ProfileError {
        ProfileError(file: file, line: node.mark?.line, problem: problem)
    }

    private func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }

    private func suggestion(_ name: String, _ known: some Sequence<String>) -> String {
        let group = name.prefix { $0 != "." }
        let near = known.filter { $0.hasPrefix("\(group).") }.sorted()
        return near.isEmpty
            ? "" : " \(group) has: \(near.map { $0.dropFirst(group.count + 1) }.joined(separator: ", "))."
    }
}
