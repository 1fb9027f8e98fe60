/// Where the parts of a meter lie, for the layers round it.
extension Meter {
    /// What the window takes up on the plate, with its frame, mask and notched end.
    var surround: Box {
        switch register {
        case .wheels(let look, _): look.surround
        case .display: window.grown(by: 12)
        }
    }

    /// The index box: what lies close round the plate.
    var head: Box { housing.head(around: plate) }

    /// The housing's outline, without its connections; what is beyond is surroundings.
    var body: Box { housing.body(around: head) }

    /// The plate's middle and radius where it is a disc.
    var disc: (centre: Point, radius: Double)? {
        housing.form.isRound ? (plate.centre, HousingShape.discRadius(of: plate)) : nil
    }

    /// Where pipes meet the housing: for all but pipe bodies the two at its top.
    var connections: [Point] {
        switch housing.form {
        case .turbineRound, .turbineSquare:
            let y = (head.bottom + body.bottom) / 2
            return [Point(body.left, y), Point(body.right, y)]
        case .rotarySquare, .rotaryDrum: return [Point(body.centre.x, body.top), Point(body.centre.x, body.bottom)]
        case .correctorCast, .correctorPlastic: return []
        default: return [0.16, 0.84].map { Point(body.left + body.width * $0, body.top) }
        }
    }
}
