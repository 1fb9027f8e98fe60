package import Quantities

/// A meter of a sender, as far as the decision on a photo needs it.
package struct KnownMeter: Hashable, Sendable {
    package var subscriber: SubscriberNumber
    package var serial: String?
    package var wheels: Int
    package var isPrepaid: Bool

    package init(subscriber: SubscriberNumber, serial: String?, wheels: Int, isPrepaid: Bool = false) {
        (self.subscriber, self.serial, self.wheels, self.isPrepaid) = (subscriber, serial, wheels, isPrepaid)
    }

    /// Whether a serial read on a plate is this meter's; nil where none is registered.
    package func isNamed(by serial: String) -> Bool? {
        guard let registered = self.serial.map(Self.significant), !registered.isEmpty else { return nil }
        return registered == Self.significant(serial)
    }

    /// A serial without what plates print differently and the reader leaves out: letters, points, blanks, leading zeros.
    private static func significant(_ serial: String) -> Substring {
        serial.filter { ("0"..."9").contains($0) }.drop { $0 == "0" }
    }
}

/// Which of a sender's meters a photo shows.
package enum MeterMatch: Hashable, Sendable {
    case meter(KnownMeter)
    /// The serial is none of the sender's.
    case contradicted
    /// Several meters, and the serial does not tell which.
    case undecided
    /// The sender has no meter.
    case none

    /// What the serial says; one meter needs none: its index decides alone.
    package init(serial: String?, meters: [KnownMeter]) {
        guard let first = meters.first else {
            self = .none
            return
        }
        guard let serial else {
            self = meters.count == 1 ? .meter(first) : .undecided
            return
        }
        let named = meters.filter { $0.isNamed(by: serial) == true }
        let nameless = meters.filter { $0.isNamed(by: serial) == nil }
        switch (named.count, nameless.count) {
        case (1, _): self = .meter(named[0])
        // Two meters of one serial: two makers, or a slip of the register. A person tells.
        case (2..., _): self = .undecided
        case (_, 0): self = .contradicted
        // It may be the one whose serial nobody registered.
        case (_, 1) where meters.count == 1: self = .meter(first)
        default: self = .undecided
        }
    }

    var meter: KnownMeter? {
        if case .meter(let meter) = self { meter } else { nil }
    }
}
