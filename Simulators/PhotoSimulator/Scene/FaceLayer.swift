/// Something that is drawn on or before the meter's face: one idea, one file.
///
/// Coordinates are those of the face: the window (wheels or display) has its top left at the origin and is 100 high; x goes
/// right, y down. A new effect is one new file, its place in ``LayerList``, and its parameters in the profiles.
protocol FaceLayer: Sendable {
    static var parameters: [Parameter] { get }
    /// Whether it can matter to a picture of the window alone.
    static var nearWindow: Bool { get }
    /// Nil where this scene has none of it.
    init?(_ meter: Meter, _ dice: inout Dice)
    /// What its parts hide wheels as; nil for what hides nothing.
    var hides: Truth.Cause? { get }
    /// Whether it takes light from what lies behind it, and hides nothing.
    var shades: Bool { get }
    /// Whether nothing is seen, within a box of the face, of what is behind it.
    func covers(_ box: Box) -> Bool
    func draw(on canvas: Canvas, with pens: Pens)
}

extension FaceLayer {
    static var nearWindow: Bool { true }
    var hides: Truth.Cause? { nil }
    var shades: Bool { false }
    func covers(_ box: Box) -> Bool { false }
}

/// What layers draw with: the fonts and grains of one thread.
final class Pens {
    let fonts: FontLibrary
    private let grains: [Grain]

    init(_ fonts: FontLibrary) {
        self.fonts = fonts
        grains = Grain.Kind.allCases.map(Grain.init)
    }

    func grain(_ kind: Grain.Kind) -> Grain { grains[kind.rawValue] }
}
