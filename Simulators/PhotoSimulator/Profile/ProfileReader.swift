package import WrittenFiles

/// Reads a profile file.
///
/// A value is a number, a range `a..b` (uniform), `{mean, deviation, within: a..b}`, a map of weights by name or number,
/// or a list of `{weight, value}`. `keep: unreadable` (or `readable`) throws a scene again until it is so. `extends` names one of the shipped profiles for whatever the file leaves out.
package struct ProfileReader {
    /// Reads a profile from the text of a YAML file; `file` names it in mistakes.
    ///
    /// - Throws: the first `FileMistake`.
    package static func profile(yaml: String, file: String) throws(FileMistake) -> Profile {
        try ProfileReader().profile(
            try YAMLNode.document(
                yaml, file: file, help: "'endeks simulate profile field' prints what a profile looks like."))
    }

    private func profile(_ root: YAMLNode) throws(FileMistake) -> Profile {
        guard let groups = root.entries else { throw root.mistake("a profile is a map of groups.") }
        let known = Dictionary(uniqueKeysWithValues: Parameter.all.map { ($0.name, $0) })
        var name: String?
        var keep = Profile.Keep.all
        var distributions: [String: Distribution] = [:]
        for (key, value) in groups {
            let group = key.text
            switch group {
            case "name": name = value.text
            case "keep":
                guard let kept = Profile.Keep(rawValue: value.text) else {
                    throw value.mistake(
                        "keep takes one of \(Profile.Keep.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                keep = kept
            case "extends":
                guard let base = ShippedProfile(rawValue: value.text) else {
                    throw value.mistake(
                        "extends takes one of \(ShippedProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                let inherited = try base.profile().all
                distributions.merge(inherited) { own, _ in own }
            default:
                guard let entries = value.entries else {
                    throw key.mistake("\(group) is a group of parameters: name: value.")
                }
                for (entry, value) in entries {
                    let full = "\(group).\(entry.text)"
                    guard let parameter = known[full] else {
                        throw entry.mistake("there is no parameter \(full).\(suggestion(full, known.keys))")
                    }
                    distributions[full] = try distribution(value, parameter)
                }
            }
        }
        guard let name, !name.isEmpty else { throw root.mistake("the profile has no name.") }
        let missing = known.keys.filter { distributions[$0] == nil }.sorted()
        guard missing.isEmpty else {
            throw root.mistake(
                "these parameters are missing: \(missing.joined(separator: ", ")). Give them, or extend a profile.")
        }
        return Profile(name: name, keep: keep, distributions: distributions)
    }

    private func distribution(_ node: YAMLNode, _ parameter: Parameter) throws(FileMistake) -> Distribution {
        switch parameter.kind {
        case .choice(let names): try choice(node, names)
        case .flag: try numbers(node, within: 0...1)
        case .number(let limits): try numbers(node, within: limits)
        }
    }

    private func choice(_ node: YAMLNode, _ names: [String]) throws(FileMistake) -> Distribution {
        let options = "one of \(names.joined(separator: ", "))"
        func checked(_ node: YAMLNode) throws(FileMistake) -> String {
            guard names.contains(node.text) else { throw node.mistake("this takes \(options).") }
            return node.text
        }
        guard let entries = node.entries else {
            return .choice([Distribution.WeightedName(weight: 1, name: try checked(node))])
        }
        var parts: [Distribution.WeightedName] = []
        for (key, value) in entries {
            parts.append(Distribution.WeightedName(weight: try weight(value), name: try checked(key)))
        }
        try check(parts.map(\.weight), node)
        return .choice(parts)
    }

    private func numbers(_ node: YAMLNode, within limits: ClosedRange<Double>) throws(FileMistake) -> Distribution {
        if let list = node.list { return try mixture(list, node, within: limits) }
        guard let entries = node.entries else {
            let range = try range(node, within: limits)
            return range.lowerBound == range.upperBound ? .constant(range.lowerBound) : .uniform(range)
        }
        if let mean = node["mean"] {
            guard let deviation = node["deviation"], let within = node["within"] else {
                throw node.mistake("a normal distribution is {mean: …, deviation: …, within: a..b}.")
            }
            return .normal(
                mean: try number(mean, within: limits), deviation: try number(deviation, within: 0...1e9),
                within: try range(within, within: limits))
        }
        var parts: [Distribution.Weighted] = []
        for (key, value) in entries {
            parts.append(
                Distribution.Weighted(weight: try weight(value), value: .constant(try number(key, within: limits))))
        }
        try check(parts.map(\.weight), node)
        return .mixture(parts)
    }

    private func mixture(
        _ list: [YAMLNode], _ node: YAMLNode, within limits: ClosedRange<Double>
    ) throws(FileMistake) -> Distribution {
        var parts: [Distribution.Weighted] = []
        for part in list {
            guard let share = part["weight"], let value = part["value"] else {
                throw part.mistake("a part of a mixture is {weight: …, value: …}.")
            }
            parts.append(Distribution.Weighted(weight: try weight(share), value: try numbers(value, within: limits)))
        }
        try check(parts.map(\.weight), node)
        return .mixture(parts)
    }

    private func range(_ node: YAMLNode, within limits: ClosedRange<Double>) throws(FileMistake) -> ClosedRange<Double>
    {
        let text = node.text
        guard let dots = text.firstRange(of: "..") else {
            let value = try number(node, within: limits)
            return value...value
        }
        let low = Double(text[..<dots.lowerBound])
        let high = Double(text[dots.upperBound...])
        guard let low, let high, low.isFinite, high.isFinite, low <= high else {
            throw node.mistake("a range is a..b, the smaller number first.")
        }
        guard limits.contains(low), limits.contains(high) else { throw outside(node, limits) }
        return low...high
    }

    private func number(_ node: YAMLNode, within limits: ClosedRange<Double>) throws(FileMistake) -> Double {
        guard let value = Double(node.text), value.isFinite else {
            throw node.mistake("this takes a number, not \(node.scalar?.text ?? "that").")
        }
        guard limits.contains(value) else { throw outside(node, limits) }
        return value
    }

    private func weight(_ node: YAMLNode) throws(FileMistake) -> Double { try number(node, within: 0...1e6) }

    private func check(_ weights: [Double], _ node: YAMLNode) throws(FileMistake) {
        guard weights.contains(where: { $0 > 0 }) else { throw node.mistake("at least one weight must be above zero.") }
    }

    private func outside(_ node: YAMLNode, _ limits: ClosedRange<Double>) -> FileMistake {
        node.mistake("\(node.text) is outside \(limits.lowerBound) to \(limits.upperBound).")
    }

    /// The parameter that was probably meant, or those that its group has.
    private func suggestion(_ name: String, _ known: some Sequence<String>) -> String {
        let group = name.prefix { $0 != "." }
        let names = known.filter { $0.hasPrefix("\(group).") }.map { String($0.dropFirst(group.count + 1)) }.sorted()
        guard !names.isEmpty else { return "" }
        return " "
            + NearestWord.advice(
                String(name.dropFirst(group.count + 1)), names,
                otherwise: "\(group) has: \(names.joined(separator: ", ")).")
    }
}
