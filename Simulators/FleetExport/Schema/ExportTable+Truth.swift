extension ExportTable {
    var truthColumns: [ExportColumn] {
        switch self {
        case .truth: Self.truthOfReading
        case .truthMeters:
            [
                Self.meter, .number("error_ppm", "millionths", "What the meter shows too much of what passes"),
                .number("start_index_ml", "mL", "What the wheels showed when the plan began"),
                .number("mean_year_ml", "mL", "What its customer uses in a mean year"),
                .number("gas_ml", "mL", "What truly passed in the plan's time"),
                .number("counted_ml", "mL", "The same as the meter without faults counts it"),
            ]
        case .truthFaults: Self.fault
        case .truthCards:
            [
                Self.meter, .number("number", "number", "Which wish"),
                .text("mishap", "name", "In which way the card went wrong; empty where it did not"),
                .text("answers", "codes", "What the meter said each time that it was put in, apart by +; 0: taken"),
                .number("credit_before_l", "litres", "What was left before, at the meter"),
                .number("credit_after_l", "litres", "What is left after it"),
            ]
        case .hourlyTruth:
            [
                Self.meter, .text("at", Self.hour, "When"),
                .number(
                    "counted_ml", "mL", "What has passed since the plan began, as the meter without faults counts it"),
            ]
        default: []
        }
    }

    private static let truthOfReading: [ExportColumn] = [
        meter, .number("number", "number", "Order number of the reading, from 1"),
        .text("at", hour, "When somebody stood before the meter, or said so"),
        .number("serial", "number", "Serial of the meter on the wall"),
        .number("index_ml", "mL", "What its wheels showed"),
        .number("sound_index_ml", "mL", "What they would have shown without faults"),
        .number("counted_ml", "mL", "What has passed since the plan began, as the meter without faults counts it"),
        .number(
            "billable_m3", "m³", "What is right to bill since the reading before in time: whole m³ of sound wheels"),
        .text("slip", "digit, swapped, estimate or empty", "What the reader did wrong"),
        .number("written_m3", "m³", "What the reader wrote"),
        .number("deliveries", "number", "How often the reading came to the office: 0, 1 or 2"),
        .text("faults", "names apart by +", "Faults that were on since the reading before"),
    ]

    private static let fault: [ExportColumn] = [
        meter, .number("kind", "1 to 25", "Number in the catalogue"), .text("name", "name", "What goes wrong"),
        .text("variant", "name", "In which way"), .text("began", hour, "Its first hour"),
        .text("ended", hour, "The hour after its last"),
        .number("severity", "finest part of its unit", "How badly: see FaultTrait"),
        .number("registered_ml", "mL", "What wheels (Vm of a corrector) counted too much; too little below zero"),
        .number("pulsed_ml", "mL", "What pulses counted too much or too little"),
        .number("base_ml", "mL", "What Vb counted too much or too little"),
        .number("use_ml", "mL", "How much more passed than without it"),
        .number("credit_ml", "mL", "How much too much stands on a prepaid meter"),
        .number("touched", "number", "Readings and cards that it touched"),
        .text("duty", "name", "What billing must do about it: see BillingDuty"),
        .text("sign", "registers, status, card, use or none", "By what billing can tell it"),
    ]
}
