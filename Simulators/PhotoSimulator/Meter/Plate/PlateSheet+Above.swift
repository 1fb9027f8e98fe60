/// Layouts whose sizes and flows stand above the window; laid from the window outwards, what finds no room is left out.
extension PlateSheet {
    var left: Double { max(bounds.left + 6, min(-4, bounds.left + 30)) }
    var right: Double { min(bounds.right - 6, max(meter.window.right + 4, bounds.right - 30)) }
    var across: Double { right - left }

    /// The unit beside, above or below the window.
    mutating func putUnit(_ random: inout SeededRandom) {
        let w = meter.window.right
        let clear = meter.surround.right - w + 12
        let big = random.within(34...62)
        let small = random.within(20...34)
        let middle = w * random.within(0.3...0.7)
        switch random.whole(0...5) {
        case 0, 1: if put("m³", w + clear, 50, PlateMark.Style(height: big)) { return }
        case 2:
            if put("m³", middle, aboveWindow - big * 0.7, PlateMark.Style(height: big * 0.8, anchor: 0.5)) { return }
        case 3:
            if put("m³", middle * 0.7, belowWindow + small * 0.7, PlateMark.Style(height: small, anchor: 0.5)) {
                return
            }
        case 4: if put("m³", meter.surround.left - 10, 52, PlateMark.Style(height: small, anchor: 1)) { return }
        default: break
        }
        put("m³", w + clear, 56, PlateMark.Style(height: small))
    }

    mutating func fillLines(_ random: inout SeededRandom) {
        let h = print
        let step = max(h * 1.36, min(h * 1.8, spaceAbove / 5.2))
        var y = aboveWindow - h * 0.66
        let plain = PlateMark.Style(height: h)
        let ended = PlateMark.Style(height: h, anchor: 1)
        let lead = random.one(of: ["No.", "No.", "Nr.", "N°", "No", "Seri No"])
        let below = random.chance(0.3)
        let faint = random.chance(0.3) ? random.within(0.4...0.75) : 1
        if !below {
            putSerial(
                lead, left, y, PlateMark.Style(face: .serial, height: h * random.within(0.95...1.15), alpha: faint))
        }
        if put(words.year, right, y, PlateMark.Style(height: h, anchor: 1, alpha: faint)), random.chance(0.7) {
            let x = right - PlateMark.room(for: words.year, height: h) - h * 1.1
            put(.frame(Box(x - h * 0.4, y - h * 0.4, x + h * 0.4, y + h * 0.4), radius: 1, width: 3))
            put(.disc(Point(x, y), radius: h * 0.15, width: nil))
        }
        if below {
            putSerial(lead, left, belowWindow + h * 0.8, PlateMark.Style(face: .serial, height: h * 1.1, alpha: faint))
        }
        putUnit(&random)
        y -= step
        let second = left + across * random.within(0.4...0.52)
        put(words.lowerFlow, left, y, plain, room: second - left - h)
        put(words.pressure, second, y, plain, room: across * 0.34)
        putApprovals(2, right: right, top: y - h * 0.9, height: h * 0.85)
        y -= step
        put(words.upperFlow, left, y, plain, room: second - left - h)
        put(words.volume, second, y, plain, room: across * 0.34)
        put(words.size, right, y - step * 0.1, PlateMark.Style(height: h * 1.1, anchor: 1, bold: 1.5))
        y -= step * 1.1
        put(
            words.maker, left, y,
            PlateMark.Style(face: .name, height: h * 1.3, bold: 2.5, slant: random.chance(0.5) ? 0.2 : 0),
            room: across * 0.62)
        put(words.model, right, y, ended, room: across * 0.32)
        if let code = meter.code {
            let foot = code.box.bottom + 12 + h * 0.7
            put(
                meter.serial, code.box.centre.x, foot,
                PlateMark.Style(face: .serial, height: h * 0.95, anchor: 0.5, alpha: faint))
        }
    }

    mutating func fillStamped(_ random: inout SeededRandom) {
        let h = print
        var y = aboveWindow - h * 0.66
        let second = left + across * 0.58
        let first = left + across * 0.24
        put(words.size, left, aboveWindow - h * 1.4, PlateMark.Style(height: h * 1.4), room: across * 0.2)
        for (one, two) in [(words.lowerFlow, words.pressure), (words.upperFlow, words.volume)] {
            put(one, first, y, PlateMark.Style(height: h), room: second - first - h)
            put(two, second, y, PlateMark.Style(height: h), room: across * 0.27)
            y -= h * 1.35
        }
        putApprovals(2, right: right, top: y + h * 0.6, height: h)
        putUnit(&random)
        let low = belowWindow + max(h, min(spaceBelow * 0.45, h * 2.2))
        let ring = min(h * 1.3, spaceBelow * 0.4)
        if put(.disc(Point(left + ring + 6, low), radius: ring, width: 3)) {
            lay(
                .text(
                    random.one(of: ["R", "A", "K", "T"]), Point(left + ring + 6, low),
                    PlateMark.Style(height: ring, anchor: 0.5, bold: 2), room: ring * 1.3))
        }
        putSerial(
            "", left + across * 0.2, low, PlateMark.Style(face: .serial, height: h * 1.15),
            spread: random.within(0.85...1.1))
        put(words.year, left + across * 0.56, low, PlateMark.Style(height: h * 1.15))
        put(words.maker, right, low, PlateMark.Style(face: .name, height: h * 1.5, anchor: 1), room: across * 0.24)
        put(words.extras[0], left + across * 0.5, low + h * 1.6, PlateMark.Style(height: h * 0.7, anchor: 0.5))
    }

    mutating func fillBoxes(_ random: inout SeededRandom) {
        let h = print
        putUnit(&random)
        let top = max(bounds.top + 5, aboveWindow - h * 3.4)
        let low = aboveWindow - 3
        let texts = [words.volume, words.pressure, words.upperFlow, words.lowerFlow]
        let wide = across * 0.14
        if low - top > h * 1.5 {
            for (place, text) in texts.enumerated() {
                let box = Box(x: left + wide * Double(place), y: top, width: wide, height: low - top)
                guard put(.frame(box.grown(by: -3), radius: 1, width: 2.5)) else { continue }
                let parts = text.split(separator: " ").map(String.init)
                let line = min(h * 0.66, box.height / Double(parts.count + 1))
                for (row, part) in parts.enumerated() {
                    lay(
                        .text(
                            part, Point(box.centre.x, box.top + line * (0.9 + 1.15 * Double(row))),
                            PlateMark.Style(height: line * 0.85, anchor: 0.5), room: wide * 0.8))
                }
            }
        }
        put(
            words.maker.uppercased(), right - across * 0.38, top + h * 0.7,
            PlateMark.Style(face: .name, height: h * 1.3, bold: 3), room: across * 0.38)
        put(
            "\(words.model)", right - across * 0.38, top + h * 1.95, PlateMark.Style(height: h * 0.7),
            room: across * 0.3)
        put(words.size, right, aboveWindow - h * 0.8, PlateMark.Style(height: h * 1.2, anchor: 1))
        put(
            words.pulse, right - across * 0.38, aboveWindow - h * 0.6, PlateMark.Style(height: h * 0.7),
            room: across * 0.26)
        put(.disc(Point(meter.surround.right + 24, 50), radius: 15, width: nil))
        let foot = belowWindow + h * 1.1
        if putSerial(
            random.one(of: ["N°", "No", "k."]), left, foot, PlateMark.Style(face: .serial, height: h * 1.2),
            spread: random.within(0.9...1.5)), let serial
        {
            put(
                "\(random.one(of: ["ANNO", "YIL", ""])) \(words.year)", serial.right + h * 1.5, foot,
                PlateMark.Style(face: .serial, height: h))
        }
    }
}
