/// Layouts whose sizes and flows stand below the window; what finds no room is left out.
extension PlateSheet {
    mutating func fillNumberTop(_ random: inout SeededRandom) {
        let h = print
        let top = bounds.top + h * 0.9
        let faint = random.chance(0.4) ? random.within(0.35...0.7) : 1
        putUnit(&random)
        if random.chance(0.7) {
            let big = h * random.within(1.2...1.7)
            put("m³", meter.window.right * 0.45, aboveWindow - big * 0.7, PlateMark.Style(height: big, anchor: 0.5))
        }
        putSerial(
            random.one(of: ["nr", "Nr", "No", "№"]), left + across * 0.04, top,
            PlateMark.Style(face: .serial, height: h, alpha: faint), spread: random.within(0.9...1.3))
        put(words.year, right - across * 0.04, top, PlateMark.Style(face: .serial, height: h, anchor: 1, alpha: faint))
        var y = belowWindow + h * 0.7
        let second = left + across * 0.56
        for (one, two) in [(words.upperFlow, words.pressure), (words.lowerFlow, words.volume)] {
            put(one, left, y, PlateMark.Style(height: h), room: across * 0.5)
            put(two, second, y, PlateMark.Style(height: h), room: across * 0.42)
            y += h * 1.35
        }
        put(words.extras[0], left + across * 0.5, y, PlateMark.Style(height: h * 0.9, anchor: 0.5))
        let middle = (top + aboveWindow) / 2
        let sign = Box(x: left, y: middle - h * 0.9, width: h * 5, height: h * 1.8)
        switch random.whole(0...2) {
        case 0: put(.badge(words.city, sign))
        case 1: put(.sign(0, sign))
        default:
            put(words.maker, left, middle, PlateMark.Style(face: .name, height: h * 1.2, bold: 2), room: across * 0.4)
        }
        put(words.model, left + across * 0.56, middle - h * 0.5, PlateMark.Style(height: h), room: across * 0.26)
        put(words.size, left + across * 0.6, middle + h * 0.9, PlateMark.Style(height: h))
        putApprovals(2, right: right, top: middle - h, height: h * 0.95)
    }

    mutating func fillWide(_ random: inout SeededRandom) {
        let h = print
        let big = min(h * 1.5, max(h, spaceAbove * 0.5))
        let y = aboveWindow - max(big * 0.75, min(spaceAbove * 0.4, big * 1.4))
        put(words.model, left, y, PlateMark.Style(face: .name, height: big, bold: 2), room: across * 0.22)
        put(words.size, right, y, PlateMark.Style(face: .name, height: big, anchor: 1, bold: 2), room: across * 0.2)
        put(
            words.maker.uppercased(), left + across * 0.5, y - big * 0.1,
            PlateMark.Style(face: .name, height: big * 0.95, anchor: 0.5, bold: 2), room: across * 0.4)
        put("- \(words.city) -", left + across * 0.5, y + big * 0.85, PlateMark.Style(height: h * 0.5, anchor: 0.5))
        for x in [0.27, 0.75] {
            put(.rule(Point(left + across * x, y - big * 0.7), Point(left + across * x, y + big * 0.7), width: 3))
        }
        let ring = min(48, -bounds.left * 0.42)
        if ring > 16 { put(.sign(1, Box(around: [Point(meter.surround.left - ring - 10, 50)]).grown(by: ring))) }
        let end = meter.surround.right
        if random.chance(0.5), put(.rule(Point(end + 3, 50), Point(end + 32, 50), width: 5)) {
            put("m³", end + 40, 50, PlateMark.Style(height: random.within(38...56)))
        } else {
            putUnit(&random)
        }
        let small = h * 0.66
        let columns = [
            [words.upperFlow, words.lowerFlow, words.volume], [words.pressure, words.extras[1]], [words.extras[2]],
        ]
        for (column, lines) in columns.enumerated() {
            let x = left + across * (0.02 + 0.33 * Double(column))
            for (row, line) in lines.enumerated() {
                put(
                    line, x, belowWindow + small * (0.8 + 1.25 * Double(row)), PlateMark.Style(height: small),
                    room: across * 0.28)
            }
            if column > 0 {
                put(.rule(Point(x - 14, belowWindow + 4), Point(x - 14, belowWindow + small * 3.4), width: 2))
            }
        }
        let foot = max(belowWindow + small * 4.4 + h, bounds.bottom - h * 1.3)
        if put(.rule(Point(left, foot - h), Point(right, foot - h), width: 3)) {
            putApprovals(2, right: left + across * 0.16, top: foot - h * 0.85, height: h * 0.8)
            put(words.pulse, right, foot, PlateMark.Style(height: small * 0.9, anchor: 1), room: across * 0.22)
        }
        let large = h * random.within(1.15...1.5)
        let dash = random.one(of: ["-", "·", "/"])
        if putSerial(
            "", left + across * 0.24, foot,
            PlateMark.Style(face: .serial, height: large, bold: random.chance(0.5) ? 2 : 0)), let serial
        {
            put(
                "\(dash) \(words.year)", serial.right + large * 0.6, foot, PlateMark.Style(face: .serial, height: large)
            )
        }
    }

    mutating func fillBelow(_ random: inout SeededRandom) {
        let h = print
        putUnit(&random)
        var y = belowWindow + h * 1.0
        put(.sign(2, Box(x: left, y: y - h * 0.7, width: h * 1.6, height: h * 1.6)))
        put(
            words.maker, left + h * 2, y, PlateMark.Style(face: .name, height: h * 1.15, bold: 1.5), room: across * 0.42
        )
        put("\(words.size) \(words.model)", left + across * 0.62, y, PlateMark.Style(height: h), room: across * 0.38)
        y += h * 1.6
        for (one, two) in [(words.upperFlow, words.volume), (words.lowerFlow, words.pressure)] {
            put(one, left, y, PlateMark.Style(height: h * 0.9), room: across * 0.44)
            put(two, left + across * 0.5, y, PlateMark.Style(height: h * 0.9), room: across * 0.4)
            y += h * 1.3
        }
        let large = h * random.within(1.1...1.5)
        putSerial(
            random.one(of: ["Nr.", "", "S/N"]), left + across * 0.5, y + large * 0.3,
            PlateMark.Style(face: .serial, height: large, anchor: 0.5, bold: 1.5), spread: 0.95)
        var row = aboveWindow - h * 0.7
        put(words.extras[0], left, row, PlateMark.Style(height: h * 0.8), room: across * 0.3)
        put(words.pulse, right, row, PlateMark.Style(height: h * 0.8, anchor: 1), room: across * 0.4)
        put(words.extras[1], left + across * 0.36, row, PlateMark.Style(height: h * 0.8), room: across * 0.22)
        row -= h * 1.5
        put(words.maker, left, row, PlateMark.Style(face: .name, height: h * 1.4, bold: 2), room: across * 0.5)
        put(words.year, right, row, PlateMark.Style(height: h, anchor: 1))
        putApprovals(3, right: right, top: belowWindow + h * 1.8, height: h * 0.85)
        put(.arrow(Box(x: left + across * 0.55, y: row - h * 0.5, width: h * 3, height: h)))
    }
}
