/// How a meter's counter looks: proportions and colours of wheels, gaps, frame and marks.
///
/// Lengths are in hundredths of the window's height, so the window is 100 high and `width` wide.
package struct CounterLook: Sendable {
    /// How black and red wheels are told apart.
    package enum Colouring: String, Sendable, CaseIterable {
        case redGround = "red-ground"
        case redFrame = "red-frame"
        case redDigits = "red-digits"
        case blackOnWhiteRedGround = "black-on-white-red-ground"
        case blackOnWhiteRedDigits = "black-on-white-red-digits"
        case oneColour = "one-colour"
    }

    package let blackWheels: Int
    package let redWheels: Int
    package let colouring: Colouring
    let pitch: Double
    /// Space between wheels, as a share of the pitch.
    let gap: Double
    /// Space between the black and the red wheels.
    let split: Double
    let margin: Double
    /// Space after the last wheel, beyond the margin.
    let end: Double
    let digitHeight: Double
    let stretch: Double
    let bold: Double
    let font: FontChoice
    /// Cut digits; without them the font's stand on the drums.
    let numerals: DrumNumerals?
    /// Distance of two digits on the wheel's circumference, in digit heights.
    let digitDistance: Double
    let ground: Colour
    let digit: Colour
    let redGround: Colour
    let redDigit: Colour
    let gapColour: Colour
    /// How dark a drum is where it turns away at the top and the bottom.
    let shading: Double
    /// How far the wheels lie behind the plate, as the depth of the shadow at the window's edges.
    let recess: Double
    let frame: Double
    let frameColour: Colour
    let marks: CounterMarks
    /// The mask round the wheels; without one they stand in the plate.
    let mask: CounterMask?
    /// Each wheel behind its own opening in the plate.
    let openings: Bool

    package var wheels: Int { blackWheels + redWheels }
    package var width: Double { 2 * margin + end + Double(wheels) * pitch + (redWheels > 0 ? split : 0) }

    /// Left edge of a wheel's cell, counted from the left.
    func left(of wheel: Int) -> Double { margin + Double(wheel) * pitch + (wheel >= blackWheels ? split : 0) }

    /// A wheel's cell, counted from the left.
    package func cell(_ wheel: Int) -> Box { Box(x: left(of: wheel), y: 0, width: pitch, height: 100) }

    /// Radius of the drums: ten digits are its circumference.
    var radius: Double { digitHeight * digitDistance * 10 / Turn.full }
}
