import Billing
import GasPhysics
import Quantities
import WrittenFiles

/// What is written for the outside program, table by table; the columns are the contract.
enum ExchangeTables {
    static func register(_ meters: [RegisterRow]) -> String {
        CSVWriter.table(
            columns: [
                "meter", "serial", "installation", "kind", "size", "wheels", "pressure_mbar", "tariff", "region",
                "opening_index", "opening_corrected", "opening_day", "hold_limit_millilitres", "emergency_litres",
                "card_price", "hold_limit_kurus", "emergency_kurus",
            ],
            rows: meters.map { row in
                let money = row.money.map { ["\($0.price)", "\($0.holdLimitKurus)", "\($0.emergencyKurus)"] }
                let head = [
                    "\(row.number)", "\(row.serial)", "\(row.installation)", row.kind.code, row.size, "\(row.wheels)",
                    "\(row.millibar)", "\(row.tariff)", "\(row.region)", "\(row.openingIndex)",
                    row.openingCorrected.map { "\($0)" } ?? "", "\(row.openingDay)",
                    row.holdLimitMillilitres.map { "\($0)" } ?? "", "\(row.emergencyLitres)",
                ]
                return head + (money ?? ["", "", ""])
            })
    }

    /// Prices before KDV, in hundred-millionths of a TL a kWh; the part for the use of the network where it is published.
    static func prices(_ terms: BillingTerms) -> String {
        CSVWriter.table(
            columns: ["tariff", "name", "from", "price_hundred_millionths", "system_use_hundred_millionths"],
            rows: terms.tariffs.enumerated().flatMap { place, tariff in
                tariff.prices.steps.map {
                    [
                        "\(place)", tariff.name, "\($0.from)",
                        "\($0.value.perKilowattHour.hundredMillionths)",
                        (try? $0.value.systemUse()).map { "\($0.hundredMillionths)" } ?? "",
                    ]
                }
            })
    }

    /// The terms of each tariff by the day from which they hold, for periods that end on it or later.
    static func terms(_ terms: BillingTerms) -> String {
        CSVWriter.table(
            columns: [
                "tariff", "from", "supply", "rounding", "day_count", "due_days", "price_change", "tax_change",
                "minimum_days", "minimum_bill_litres", "rules",
            ],
            rows: terms.tariffs.enumerated().flatMap { place, tariff in
                zip(tariff.schedule.versions.steps, tariff.contracts).map { step, contract in
                    let version = step.value
                    return [
                        "\(place)", "\(step.from)", contract.supply.rawValue, version.rounding.name,
                        version.dayCount.rawValue, "\(version.dueDays)", version.priceChange.rawValue,
                        version.taxChange.rawValue, "\(contract.minimumDays)", "\(version.minimumBill.limit.litres)",
                        version.rules.map { $0.version }.joined(separator: "; "),
                    ]
                }
            })
    }

    /// KDV in millionths.
    static func tax(_ terms: BillingTerms) -> String {
        CSVWriter.table(
            columns: ["tariff", "from", "millionths"],
            rows: terms.tariffs.enumerated().flatMap { place, tariff in
                tariff.valueAddedTax.steps.map { ["\(place)", "\($0.from)", "\($0.value.partsPerMillion)"] }
            })
    }

    /// K in hundred-thousandths and calorific values in ten-thousandths of kcal/m³, by region, pressure and month.
    static func gas(_ opening: ShardOpening) throws -> String {
        var tables = GasTables(opening.terms)
        var rows: [[String]] = []
        let keys = Set(opening.meters.map { [$0.region, $0.millibar] }).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        for key in keys {
            let quality = try tables.quality(region: key[0], millibar: key[1])
            guard case .monthly(let factors) = quality.correction, case .monthly(let values) = quality.calorific else {
                continue
            }
            for month in factors.values.keys.sorted() {
                rows.append([
                    "\(key[0])", "\(key[1])", "\(month)", "\(factors.values[month]?.hundredThousandths ?? 0)",
                    "\(values.values[month]?.tenThousandths ?? 0)",
                ])
            }
        }
        return CSVWriter.table(columns: ["region", "pressure_mbar", "month", "k", "calorific"], rows: rows)
    }

    static func readings(_ readings: [FleetReading], on day: CivilDate) -> String {
        CSVWriter.table(
            columns: [
                "line", "received", "meter", "order", "serial", "index", "date", "source", "note", "status", "damage",
                "float", "corrected", "converter", "disturbed", "disturbed_corrected", "clock", "read_at",
                "exchange_date", "removed_at", "new_serial", "new_start",
            ],
            rows: readings.enumerated().map { place, reading in
                let head = [
                    "\(place + 1)", "\(day)", "\(reading.meter)", "\(reading.order)", "\(reading.serial)",
                    reading.index.map { "\($0)" } ?? "", "\(reading.date)", reading.source.code, reading.note,
                    "\(reading.status.rawValue)", reading.damage?.code ?? "", reading.isFloat ? "1" : "0",
                ]
                let registers = reading.corrector.map {
                    ["\($0.corrected)", "\($0.converter)", "\($0.disturbed)", "\($0.disturbedCorrected)"]
                }
                let clock = reading.clock.map { ["\($0.shown)", "\($0.latest)"] }
                let slip = reading.exchange.map {
                    ["\($0.date)", "\($0.removedAt)", "\($0.newSerial)", "\($0.newStart)"]
                }
                return head + (registers ?? ["", "", "", ""]) + (clock ?? ["", ""]) + (slip ?? ["", "", "", ""])
            })
    }

    static func wishes(_ wishes: [CardWish], on day: CivilDate) -> String {
        CSVWriter.table(
            columns: [
                "line", "day", "meter", "order", "card", "litres", "register_litres", "credit_millilitres",
                "credit_kurus", "load_taken", "status", "refusal", "clock", "read_at", "serial",
            ],
            rows: wishes.enumerated().map { place, wish in
                let back = wish.readBack
                return [
                    "\(place + 1)", "\(day)", "\(wish.meter)", "\(wish.order)", "\(wish.card)", "\(wish.litres)",
                    back.map { "\($0.litres)" } ?? "", back.map { "\($0.creditMillilitres)" } ?? "",
                    back?.creditKurus.map { "\($0)" } ?? "",
                    back.map { "\($0.loadTaken)" } ?? "", back.map { "\($0.status.rawValue)" } ?? "",
                    back?.refusal?.rawValue ?? "", back?.clock.map { "\($0)" } ?? "", back.map { "\($0.at)" } ?? "",
                    back.map { "\($0.serial)" } ?? "",
                ]
            })
    }
}
