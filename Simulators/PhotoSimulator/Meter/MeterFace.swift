package import MeterCore

/// What is known of a meter before it is drawn: chance decides the rest of its look.
package struct MeterFace: Sendable {
    /// What kind of meter it is.
    package let kind: Meter.Kind
    /// Its housing; nil for any that suits the kind.
    package let housing: HousingShape.Form?
    /// Black wheels, whole m³.
    package let blackWheels: Int
    /// The count of all wheels, black and red.
    package let counter: WheelCounter
    /// Serial number on the plate.
    package let serial: String
    /// Year on the plate; nil for any.
    package let year: Int?
    /// Size on the plate, as in G4 or G1.6; nil for any that suits.
    package let size: String?

    /// A face; the counter has at least the black wheels.
    package init(
        kind: Meter.Kind, housing: HousingShape.Form? = nil, blackWheels: Int, counter: WheelCounter, serial: String,
        year: Int? = nil, size: String? = nil
    ) {
        precondition(counter.wheels >= blackWheels, "the red wheels stand behind the black ones")
        self.kind = kind
        self.housing = housing
        self.blackWheels = blackWheels
        self.counter = counter
        self.serial = serial
        self.year = year
        self.size = size
    }
}
