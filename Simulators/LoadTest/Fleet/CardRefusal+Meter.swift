import Billing
import MeterCore

extension CardRefusal {
    /// What a meter's reason says to an office.
    init(_ refusal: PrepaidRefusal) {
        self =
            switch refusal {
            case .caseOpened: .caseOpened
            case .batteryDead: .batteryDead
            case .overMaximum: .overMaximum
            default: .card
            }
    }
}
