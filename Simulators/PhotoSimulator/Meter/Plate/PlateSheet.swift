/// A plate while it is laid out: what stands on it, and what is still free.
struct PlateSheet {
    let meter: Meter
    let words: PlateWording
    /// Height of its common print.
    let print: Double
    private(set) var marks: [PlateMark] = []
    private var taken: [Box]
    /// Where the serial number stands, once it does.
    private(set) var serial: Box?
    let bounds: Box

    init(_ meter: Meter, _ words: PlateWording, print: Double) {
        self.meter = meter
        self.words = words
        self.print = print
        taken = meter.occupied
        bounds = meter.plate.grown(x: -10, y: -7)
    }

    /// Lowest y above the window and highest below it that print may touch.
    var aboveWindow: Double { meter.surround.top - 9 }
    var belowWindow: Double { meter.surround.bottom + 9 }
    /// The free height above and below.
    var spaceAbove: Double { aboveWindow - bounds.top }
    var spaceBelow: Double { bounds.bottom - belowWindow }

    func isFree(_ box: Box) -> Bool {
        box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
            && !taken.contains { $0.intersects(box) }
    }

    /// Puts a mark where it is free, else leaves it out.
    @discardableResult
    mutating func put(_ mark: PlateMark) -> Bool {
        let box = mark.box
        guard isFree(box) else { return false }
        marks.append(mark)
        taken.append(box.grown(x: 4, y: 1))
        return true
    }

    /// Puts a mark inside another that has its place already.
    mutating func lay(_ mark: PlateMark) { marks.append(mark) }

    /// Puts a line of text; a room of nil is as wide as the text.
    @discardableResult
    mutating func put(
        _ text: String, _ x: Double, _ y: Double, _ style: PlateMark.Style, room: Double? = nil
    ) -> Bool {
        let own = PlateMark.room(for: text, height: style.height)
        return put(.text(text, Point(x, y), style, room: min(own, room ?? own)))
    }

    /// Puts the serial number with what introduces it, once.
    @discardableResult
    mutating func putSerial(
        _ lead: String, _ x: Double, _ y: Double, _ style: PlateMark.Style, spread: Double = 0.86
    ) -> Bool {
        guard serial == nil else { return false }
        let leadRoom = lead.isEmpty ? 0 : PlateMark.room(for: lead, height: style.height) + style.height * 0.4
        let room = Double(meter.serial.count) * style.height * spread
        let left = x - (leadRoom + room) * style.anchor
        let box = Box(left, y - style.height * 0.62, left + leadRoom + room, y + style.height * 0.62)
        guard isFree(box) else { return false }
        taken.append(box.grown(x: 6, y: 2))
        if !lead.isEmpty {
            var plain = style
            plain.anchor = 0
            plain.face = .plain
            marks.append(.text(lead, Point(left, y), plain, room: leadRoom - style.height * 0.4))
        }
        serial = Box(left + leadRoom, y - style.height / 2, left + leadRoom + room, y + style.height / 2)
        return true
    }

    /// A sheet may end without a place for the number: then it is stamped on a strip beyond the plate.
    mutating func putSerialBeyond(height: Double) {
        guard serial == nil else { return }
        let plate = meter.plate
        let room = Double(meter.serial.count) * height * 0.86
        serial = Box(x: plate.centre.x - room / 2, y: plate.bottom + 26, width: room, height: height)
    }

    mutating func putRow(_ texts: [String], _ y: Double, height: Double, from left: Double, to right: Double) {
        let step = (right - left) / Double(max(1, texts.count))
        for (place, text) in texts.enumerated() {
            put(text, left + step * Double(place), y, PlateMark.Style(height: height), room: step * 0.94)
        }
    }

    /// Approval numbers in boxes with round ends, one below the other.
    mutating func putApprovals(_ count: Int, right: Double, top: Double, height: Double) {
        let width = words.approvals.prefix(count).map { PlateMark.room(for: $0, height: height * 0.55) }.max() ?? 0
        for (place, text) in words.approvals.prefix(count).enumerated() {
            let box = Box(
                right - width - height * 0.9, top + Double(place) * height * 1.05, right,
                top + Double(place) * height * 1.05 + height)
            guard isFree(box) else { continue }
            marks.append(.frame(box, radius: height / 2, width: 2))
            marks.append(
                .text(text, box.centre, PlateMark.Style(height: height * 0.55, anchor: 0.5), room: width))
            taken.append(box.grown(by: 3))
        }
    }
}
