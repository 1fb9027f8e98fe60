import MeterCore

extension Truth {
    /// The truth of a scene; `cover` is what its renderer found to stand before the wheels.
    init(of scene: Scene, cover: Cover, file: String) {
        let map = scene.toPicture
        func box(_ box: Box) -> [Point] { box.corners.map { map($0) } }
        let legibility = Legibility(of: scene, cover: cover)
        var digits: [Digit] = []
        switch scene.meter.register {
        case .wheels(let look, let state):
            for wheel in 0..<look.wheels {
                let fromRight = look.wheels - 1 - wheel
                digits.append(
                    Digit(
                        value: state.counter.digit(of: fromRight),
                        position: Double(state.counter.position(of: fromRight)) / 1000, red: wheel >= look.blackWheels,
                        box: box(look.cell(wheel))))
            }
            display = false
        case .display(let look, let reading):
            for (place, value) in reading.digits.enumerated() {
                digits.append(
                    Digit(
                        value: value, position: Double(value), red: place >= look.digits - look.decimals,
                        box: box(look.cell(place))))
            }
            display = true
        }
        self.file = file
        width = scene.width
        height = scene.height
        kind = scene.meter.kind
        self.digits = digits
        index = digits.filter { !$0.red }.map { String($0.value) }.joined()
        decimals = digits.filter(\.red).map { String($0.value) }.joined()
        window = scene.pose.corners
        let foot = map(Point(scene.meter.window.centre.x, 60))
        let head = map(Point(scene.meter.window.centre.x, 40))
        let length = max(1e-9, foot.distance(to: head))
        up = Point((head.x - foot.x) / length, (head.y - foot.y) / length)
        readable = legibility.isReadable
        hidden = legibility.hidden
        serial = scene.layers.compactMap { $0 as? any SerialBearer }.first.map {
            Print(text: scene.meter.serial, box: box($0.serialBox))
        }
        codes =
            scene.meter.code.map { code in
                let corners = box(code.box)
                return [
                    Code(
                        symbology: code.symbology, text: code.text, box: corners,
                        module: code.matrix.module(in: corners))
                ]
            } ?? []
        seed = scene.seed
        number = scene.number
        profile = scene.profile
        framing = scene.framing
        self.scene = scene.outcomes
    }
}

/// A layer that prints the serial number.
protocol SerialBearer {
    /// Where it stands, in the face's coordinates.
    var serialBox: Box { get }
}
