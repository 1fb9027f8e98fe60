extension ExportTable {
    static let meter = ExportColumn.number("meter", "number", "Number in the fleet, from 0 through the groups in order")
    static let hour = "YYYY-MM-DDTHH:00, UTC+3"
    static let date = "YYYY-MM-DD"

    /// What the table is.
    package var note: String {
        switch self {
        case .meters: "The register of the meters [sayaç sicili], as it stood when the plan began"
        case .exchanges: "The fitters' slips of exchanged meters [sayaç değiştirme]"
        case .readings:
            "Readings as they came to the office [okuma], in the order of their coming; none where none came"
        case .route: "The contractors' route files [endeksör dosyası]: what readers wrote, a round after the other"
        case .wishes: "What customers of prepaid meters asked for at the desk [yükleme isteği]"
        case .cards: "What cards brought back from prepaid meters [kart geri okuması]"
        case .correctorArchive:
            "The archives of the correctors [düzeltici arşivi]: daily and monthly rows; hourly with --hourly"
        case .hourlyReadings: "What the wheels show at each full hour"
        case .truth: "What was really there at each reading, and what is right to bill"
        case .truthMeters: "What is true of a meter all the time"
        case .truthFaults: "Each fault, what it did, and what billing must do about it [arıza]"
        case .truthCards: "What really happened at each visit of a customer with a card"
        case .hourlyTruth: "What has really passed at each full hour"
        }
    }

    /// Its columns, in order.
    package var columns: [ExportColumn] { isTruth ? truthColumns : officeColumns }

    private var officeColumns: [ExportColumn] {
        switch self {
        case .meters: Self.register
        case .exchanges:
            [
                Self.meter,
                .text("exchanged", Self.hour, "When the other meter took its place"),
                .number("removed_serial", "number", "Serial of the meter that went [sökülen sayaç]"),
                .number("removed_index_m3", "m³", "What its black wheels showed"),
                .number("fitted_serial", "number", "Serial of the meter that came [takılan sayaç]"),
                .number("fitted_index_m3", "m³", "What its black wheels showed"),
            ]
        case .readings: Self.reading
        case .route:
            [
                .text("contractor", "name", "Who reads [yüklenici]"),
                .text("due", Self.date, "The day that the calendar asks for"),
                .number("book", "number", "Book [defter], from 1"), .number("page", "number", "Page [sayfa], from 1"),
                .number("line", "number", "Line [satır], from 1"),
                .number("installation", "number", "Installation [tesisat no]"),
                .number("serial", "number", "Serial as the reader wrote it [seri no]"),
                .number("reading_m3", "m³", "Whole m³ as the reader wrote them [endeks]; empty where none can be read"),
                .text("date", Self.date, "The day that the reader wrote"),
                .text("note", "code", "Reader's note [endeksör notu]: K M A O D G E, or empty"),
            ]
        case .wishes:
            [
                Self.meter, .number("installation", "number", "Installation [tesisat no]"),
                .number("number", "number", "Which wish of the meter's customer, from 1"),
                .text("at", Self.hour, "When the customer came"),
                .number("card", "number", "Which card of the customer, from 1: a lost one has another after it"),
                .number("volume_l", "litres", "What was asked for, and what the card got for want of a billing"),
            ]
        case .cards: Self.card
        case .correctorArchive: Self.archive
        case .hourlyReadings:
            [
                Self.meter, .text("at", Self.hour, "When"),
                .number("index_ml", "mL", "What the wheels show, within their range"),
            ]
        default: []
        }
    }

    private static let register: [ExportColumn] = [
        meter, .number("installation", "number", "Installation [tesisat no], unique"),
        .number("serial", "number", "Serial on the plate [seri no], unique"),
        .text(
            "kind", "diaphragm, prepaid or corrector", "How it counts and is paid [körüklü, ön ödemeli, düzelticili]"),
        .text("group_name", "name", "Group of the scenario"), .text("place", "name", "Whose weather it has [il]"),
        .text("demand", "name", "What the gas is for"),
        .text("size", "G1.6 to G25", "Size of a diaphragm meter; empty before a corrector"),
        .number("wheels", "number", "Black wheels, whole m³"), .number("red_wheels", "number", "Red wheels"),
        .number("supply_mbar", "mbar", "Gauge pressure at the meter [besleme basıncı]"),
        .text("tariff", "name", "Tariff of the policies [tarife]"),
        .text("region", "name", "Region of the policies, for K and the calorific value [bölge]"),
        .number("book", "number", "Book [defter], from 1"), .number("page", "number", "Page [sayfa], from 1"),
        .number("line", "number", "Line [satır], from 1"),
        .number("first_index_m3", "m³", "What the black wheels showed when the plan began [ilk endeks]"),
    ]

    private static let reading: [ExportColumn] = [
        meter, .number("number", "number", "Order number of the reading, from 1; a copy has that of the first"),
        .number("serial", "number", "Serial as it came; empty where the record cannot be read"),
        .text("due", date, "The day that the calendar asks for"),
        .text("read_on", date, "The day of the reading, by the reader or by a corrector's clock"),
        .text("arrived", hour, "When it came"), .text("contractor", "name", "Who reads the book [yüklenici]"),
        .number("index_m3", "m³", "Whole m³ of the black wheels [endeks]; empty where none can be read"),
        .text("note", "code", "Reader's note [endeksör notu]: K M A O D G E, or empty"),
        .text("form", "B or F", "How the index travelled: digits, or a 32-bit floating-point number"),
        .text("error", "truncated, form, checksum or digit", "Why the record cannot be read"),
        .text("record", "hexadecimal", "The bytes of a record that cannot be read"),
        .number("vm_m3", "m³", "VmT of a corrector: all measured volume"),
        .number("vb_m3", "m³", "VbT of a corrector: all volume at base conditions"),
        .number("vmd_m3", "m³", "VmD of a corrector: measured volume while disturbed"),
        .number("status", "bits", "Latched status of a corrector"),
    ]

    private static let card: [ExportColumn] = [
        meter, .number("number", "number", "Which wish the card was for"),
        .text("at", hour, "When it was in the meter"), .number("load", "number", "Number of the load on the card"),
        .number("loaded_l", "litres", "What the office had put on it"),
        .number("register_l", "litres", "The meter's register as the card brought it; empty where it cannot be read"),
        .number("credit_l", "litres", "What is left; below zero where emergency credit was used [eksi gaz]"),
        .number("load_taken", "number", "Number of the last load that the meter took"),
        .number("flags", "bits", "Valve 1024, emergency 2048, case 4096, magnet 8192, battery low 16384, dead 32768"),
        .text("clock", "YYYY-MM-DDTHH:MM:SS", "The meter's own clock"),
        .number("refusal", "code", "Why the card was not taken, 0 where it was: see PrepaidRefusal"),
        .text("bytes", "hexadecimal", "The 64 bytes of the card"),
    ]

    private static let archive: [ExportColumn] = [
        meter, .text("period", "hourly, daily or monthly", "How long a row lasts"),
        .number("order_number", "number", "Order number [sıra no], from 1 and without a gap"),
        .text("ended", "YYYY-MM-DDTHH:MM:SS", "End of the period by the corrector's clock"),
        .number("vm_ml", "mL", "Vm, measured and undisturbed"), .number("vmt_ml", "mL", "VmT, all measured"),
        .number("vb_ml", "mL", "Vb, at base conditions and undisturbed"),
        .number("vbt_ml", "mL", "VbT, all at base conditions"),
        .number("mean_p_pa", "Pa", "Mean absolute pressure of the period"),
        .number("mean_t_mk", "mK", "Mean temperature of the period"),
        .number("status", "bits", "Every status that was on in the period"),
    ]
}
