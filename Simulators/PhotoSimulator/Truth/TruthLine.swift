/// Writes a truth as one line of JSON, keys in alphabetical order.
///
/// By hand, for `JSONEncoder` took a twelfth of the time of a drawn window.
struct TruthLine {
    private(set) var bytes: [UInt8] = []

    init(_ truth: Truth) {
        bytes.reserveCapacity(8192)
        object {
            $0.key("codes", first: true)
            $0.list(truth.codes) { line, code in
                line.object {
                    $0.key("box", first: true)
                    $0.points(code.box)
                    $0.key("module")
                    $0.number(code.module, decimals: 3)
                    $0.key("symbology")
                    $0.string(code.symbology.rawValue)
                    $0.key("text")
                    $0.string(code.text)
                }
            }
            $0.key("decimals")
            $0.string(truth.decimals)
            $0.key("digits")
            $0.list(truth.digits) { line, digit in
                line.object {
                    $0.key("box", first: true)
                    $0.points(digit.box)
                    $0.key("position")
                    $0.number(digit.position, decimals: 3)
                    $0.key("red")
                    $0.flag(digit.red)
                    $0.key("value")
                    $0.number(Double(digit.value), decimals: 0)
                }
            }
            $0.key("display")
            $0.flag(truth.display)
            $0.key("file")
            $0.string(truth.file)
            $0.key("framing")
            $0.string(truth.framing.rawValue)
            $0.key("height")
            $0.number(Double(truth.height), decimals: 0)
            $0.key("hidden")
            $0.list(truth.hidden) { line, hidden in
                line.object {
                    $0.key("cause", first: true)
                    $0.string(hidden.cause.rawValue)
                    $0.key("wheels")
                    $0.list(hidden.wheels) { $0.number(Double($1), decimals: 0) }
                }
            }
            $0.key("index")
            $0.string(truth.index)
            $0.key("kind")
            $0.string(truth.kind.rawValue)
            $0.key("number")
            $0.text("\(truth.number)")
            $0.key("profile")
            $0.string(truth.profile)
            $0.key("readable")
            $0.flag(truth.readable)
            $0.key("scene")
            $0.scene(truth.scene)
            $0.key("seed")
            $0.text("\(truth.seed)")
            if let serial = truth.serial {
                $0.key("serial")
                $0.object {
                    $0.key("box", first: true)
                    $0.points(serial.box)
                    $0.key("text")
                    $0.string(serial.text)
                }
            }
            $0.key("up")
            $0.point(truth.up, decimals: 4)
            $0.key("width")
            $0.number(Double(truth.width), decimals: 0)
            $0.key("window")
            $0.points(truth.window)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Every parameter with its name as a key, sorted once for all lines.
    private static let keys: [(Parameter, [UInt8])] = Parameter.all.sorted { $0.name < $1.name }.map {
        ($0, Array("\"\($0.name)\":".utf8))
    }

    private mutating func scene(_ outcomes: Outcomes) {
        object { line in
            var isFirst = true
            for (parameter, key) in TruthLine.keys {
                guard let outcome = outcomes[parameter] else { continue }
                if !isFirst { line.bytes.append(UInt8(ascii: ",")) }
                line.bytes.append(contentsOf: key)
                isFirst = false
                switch outcome {
                case .number(let value): line.number(value, decimals: 4)
                case .flag(let value): line.flag(value)
                case .name(let value): line.string(value)
                }
            }
        }
    }

    private mutating func points(_ points: [Point]) { list(points) { $0.point($1, decimals: 2) } }

    private mutating func point(_ point: Point, decimals: Int) {
        bytes.append(UInt8(ascii: "["))
        number(point.x, decimals: decimals)
        bytes.append(UInt8(ascii: ","))
        number(point.y, decimals: decimals)
        bytes.append(UInt8(ascii: "]"))
    }
}

/// The grammar of JSON.
extension TruthLine {
    private mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }
    private mutating func flag(_ value: Bool) { text(value ? "true" : "false") }

    private mutating func object(_ body: (inout TruthLine) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        body(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func list<Element>(_ elements: [Element], _ body: (inout TruthLine, Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (place, element) in elements.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            body(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func key(_ name: String, first: Bool = false) {
        if !first { bytes.append(UInt8(ascii: ",")) }
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func string(_ value: String) {
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for byte in value.utf8 {
            switch byte {
            case quote, UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: text("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(quote)
    }

    /// A whole number's digits, the last one last.
    private mutating func whole(_ value: Int64) {
        if value > 9 { whole(value / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    /// A number with at most so many decimals, no zeros at its end.
    private mutating func number(_ value: Double, decimals: Int) {
        var unit: Int64 = 1
        for _ in 0..<decimals { unit *= 10 }
        // Beyond what a picture could hold there is nothing to tell.
        let limited = max(-1e12, min(1e12, value.isFinite ? value : 0))
        var scaled = Int64((limited * Double(unit)).rounded())
        if scaled < 0 {
            bytes.append(UInt8(ascii: "-"))
            scaled = -scaled
        }
        whole(scaled / unit)
        var rest = scaled % unit
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        while rest > 0 {
            unit /= 10
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
        }
    }
}
