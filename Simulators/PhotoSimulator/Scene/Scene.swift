package import MeterCore

/// One meter in front of one phone: everything that a picture is drawn from, by seed and profile.
package struct Scene: Sendable {
    /// What the picture is to show.
    package enum Framing: String, Sendable, Codable {
        /// The meter as a customer photographs it.
        case whole
        /// The counter's window with a margin, for the nets that read.
        case window
    }

    package let seed: UInt64
    package let number: UInt64
    package let profile: String
    package let framing: Framing
    /// Size of the picture that is sent.
    package let width: Int
    package let height: Int
    package let meter: Meter
    /// Where the window lies in the picture that is sent.
    package let pose: Pose
    /// The photo as the phone took it: the same, unless what is sent is a screenshot or a photo of a screen.
    let shot: Shot
    let presentation: Presentation
    let layers: [any FaceLayer]
    let light: Light
    package let camera: Camera
    let channel: Channel
    /// What chance decided, by parameter.
    package let outcomes: Outcomes
    /// The dice for what is drawn last: the sensor's noise.
    let noise: SeededRandom

    /// The picture's shape.
    enum Aspect: String, CaseIterable {
        case landscape43 = "4:3"
        case portrait34 = "3:4"
        case landscape169 = "16:9"
        case portrait916 = "9:16"
        case square = "1:1"
        /// Cut out by hand.
        case cropped

        func heightPerWidth(_ random: inout SeededRandom) -> Double {
            switch self {
            case .landscape43: 0.75
            case .portrait34: 4.0 / 3
            case .landscape169: 0.5625
            case .portrait916: 16.0 / 9
            case .square: 1
            case .cropped: random.within(0.4...1.4)
            }
        }
    }

    /// The phone's own photo.
    struct Shot: Sendable {
        let width: Int
        let height: Int
        let pose: Pose
    }

    static let aspect = Parameter.choice("channel.aspect", Aspect.self, "The picture's shape")

    /// Draws a scene's chances by its number of a series.
    ///
    /// `longSide` is in pixels, of the picture's long side; for `.window` of the picture's width. `counter` gives the
    /// meter's count in place of chance, `face` all that is known of a simulated meter; `attempt` throws the same photo
    /// again.
    package init(
        seed: UInt64, number: UInt64, framing: Framing, longSide: Int, profile: Profile, counter: WheelCounter? = nil,
        face: MeterFace? = nil, attempt: UInt64 = 0
    ) {
        var dice = Dice(profile: profile, seed: seed, stream: number &+ attempt << 40)
        self.seed = seed
        self.number = number
        self.profile = profile.name
        self.framing = framing
        meter = Meter(&dice, showing: counter, face: face)
        let aspect: Aspect = dice.choice(Scene.aspect)
        let size: (width: Int, height: Int)
        switch framing {
        case .whole:
            let ratio = aspect.heightPerWidth(&dice.random)
            size =
                ratio > 1
                ? (max(64, Int(Double(longSide) / ratio)), longSide)
                : (longSide, max(64, Int(Double(longSide) * ratio)))
        case .window:
            let tall = Double(longSide) * 100 / meter.window.width * dice.random.within(1.6...2.5)
            size = (longSide, max(48, min(longSide, Int(tall))))
        }
        let taken = Pose(
            window: meter.window, framing: framing, width: Double(size.width), height: Double(size.height), &dice)
        let presentation = Presentation(
            photo: size.width, size.height, framing: framing, longSide: longSide, &dice)
        self.presentation = presentation
        shot = Shot(width: size.width, height: size.height, pose: taken)
        pose = taken.mapped { presentation.map($0) }
        (width, height) = (presentation.width, presentation.height)
        var layers: [any FaceLayer] = []
        for kind in LayerList.all where framing == .whole || kind.nearWindow {
            if let layer = kind.init(meter, &dice) { layers.append(layer) }
        }
        self.layers = layers
        light = Light(&dice)
        camera = Camera(digitPixels: meter.digitShare * taken.size.height, before: meter, &dice)
        channel = Channel(framing, &dice)
        outcomes = dice.outcomes
        noise = dice.random
    }

    /// From the face's coordinates to those of the phone's own photo.
    var shotMap: Homography { Homography(width: meter.window.width, height: 100, to: shot.pose.corners) }

    /// From the face's coordinates to the picture's.
    package var toPicture: Homography { Homography(width: meter.window.width, height: 100, to: pose.corners) }
}

extension Meter {
    /// A digit's height as a share of the window's.
    var digitShare: Double {
        switch register {
        case .wheels(let look, _): look.digitHeight / 100
        case .display(let look, _): look.cell(0).height / 100
        }
    }
}
