import WrittenFiles

/// The two files that `endeks bill` reads, as `--example` prints them; the tariff is also the one that is built in.
enum BillExample {
    static let subscriber = """
        # A subscriber [abone] for 'endeks bill --subscriber FILE'. Save it as subscriber.yaml and change the values.
        # Numbers with leading zeros stand in quotes; decimals are written with a point: 0.5

        subscriber_number: "4100012345"      # abone no
        installation_number: "7700054321"    # tesisat no
        name: Ayşe Örnek
        address: Örnek Mah. Gaz Sok. No 3/5, 06690 Çankaya/Ankara
        # identity_number: "10000000146"     # TCKN or VKN; optional, printed with all but four digits hidden
        use: residential                     # residential, commercial, official or industrial; optional
        language: tr                         # tr or en: of the invoice and of the answers

        # The meter [sayaç]
        kind: mechanical                     # mechanical, or prepaid: that one is not billed by photo
        meter_serial: "00882400"             # as registered; a photo of another meter is not billed
        g_class: G4
        wheels: 5                            # black digits: whole m³
        decimals: 3                          # red digits: not billed
        multiplier: 1                        # çarpan; optional
        pressure_mbar: 21                    # sayaç ölçüm basıncı; above 300 a corrector is compulsory

        # Where the last invoice ended
        last_index: "01021"
        last_date: 2026-10-21
        plausible_limit_m3: 500              # optional: a use above it, and every drop of the index that is no
                                             # rollover [sayacın başa dönmesi] within it, is left to a person

        """

    static let tariff = """
        # A tariff [tarife] for 'endeks bill --tariff FILE'. Save it as tariff.yaml and change the values.
        # This one is built in; it is used, and said to be, where no --tariff is given.

        version: ornek-2026.1                # printed on each invoice and stored with it
        source: invented; prices as a public tariff of 2026, gas as UDAŞ published for 2017
        sample: yes                          # its invoices say that nobody is to pay them; for a real one: no

        issuer:
          name: Örnek Gaz Dağıtım A.Ş.
          address: Örnek Mah. Gaz Cad. No 1, 06000 Çankaya/Ankara
          tax_office: Örnek V.D.
          vkn: "4540536920"
          iban: TR33 0006 1005 1978 6457 8413 26   # optional; several as [TR…, TR…]
          call_centre: 0850 000 00 00              # optional
          emergency_phone: "187"                   # optional
          invoice_prefix: OGZ                      # three characters that its invoice numbers begin with

        rounding: standard                   # standard, bursagaz (whole kWh, whole lira) or exact
        day_convention: exclude_first        # exclude_first or exclude_last: which reading's day does not count
        due_days: 15                         # after the invoice date, then on to the next working day
        # price_change: average              # a price that changes inside a period: average by days, or lines for each stretch
        # tax_change: tax_date               # a KDV rate that does: that of the tax_date (the invoice date), or the average
        \(holidays)

        \(rules)

        \(prices)

        \(kdv)

        \(gas)

        """

    // The parts that the file of policies of 'endeks policies example' has too.

    static let holidays = """
        holidays: [2026-01-01, 2026-03-20, 2026-04-23, 2026-05-01, 2026-05-19, 2026-05-27, 2026-05-28, 2026-05-29,
          2026-07-15, 2026-10-29, 2027-01-01, 2027-04-23, 2027-07-15, 2027-08-30, 2027-10-29]
        """

    static let rules = """
        # What the tariff has beyond its price, in this order, each a line of the invoice; volumes are for a period:
        # rules:
        #   - rule: free_volume              # the first m³ of a period are free
        #     m3: 25
        #   - rule: upper_tier               # what is above so many Sm³ a period has a price of its own
        #     above_sm3: 180
        #     prices:                        # as those below; until they begin, the price below holds for all
        #       - {from: 2026-01-01, tl_per_kwh: 1.55075188}
        #   - rule: discount                 # a share off, for the days of these months or, without them, of all
        #     share: 0.10
        #     months: [12, 01, 02]
        """

    static let prices = """
        # Retail prices before KDV, each from a day on; a period with several is averaged by days.
        # Either 'tl_per_kwh: 0.92728336', or the parts, in TL/Sm3 (1 Sm3 = 10.64 kWh) or TL/kWh:
        prices:
          - {from: 2024-01-01, unit: TL/Sm3, purchase: 4.080634, otv: 0.074700, system_use: 1.068400}
          - {from: 2026-01-01, unit: TL/Sm3, purchase: 5.631275, otv: 0.118700, system_use: 4.116320}
        """

    static let kdv = """
        kdv:                                 # the invoice date chooses
          - {from: 2018-01-01, rate: 0.18}
          - {from: 2023-07-10, rate: 0.20}
        """

    static let gas = """
        # The correction factor K [düzeltme katsayısı] of each month: the station's absolute pressure and the ten-year
        # mean of the soil at 75 cm, from which K follows for any meter pressure; or K itself for one pressure:
        #   - {month: 2026-01, pressure_mbar: 21, k: 0.94875}
        # A month is one of a year (2026-01), or of every year (01); the first goes before the second.
        correction:
          - {month: 01, pa_bara: 0.911, t_soil_c: 6.21}
          - {month: 02, pa_bara: 0.910, t_soil_c: 6.18}
          - {month: 03, pa_bara: 0.909, t_soil_c: 8.37}
          - {month: 04, pa_bara: 0.909, t_soil_c: 11.78}
          - {month: 05, pa_bara: 0.909, t_soil_c: 15.41}
          - {month: 06, pa_bara: 0.909, t_soil_c: 19.31}
          - {month: 07, pa_bara: 0.908, t_soil_c: 23.14}
          - {month: 08, pa_bara: 0.908, t_soil_c: 25.27}
          - {month: 09, pa_bara: 0.910, t_soil_c: 23.57}
          - {month: 10, pa_bara: 0.913, t_soil_c: 18.49}
          - {month: 11, pa_bara: 0.913, t_soil_c: 13.29}
          - {month: 12, pa_bara: 0.911, t_soil_c: 8.88}

        # The average actual gross calorific value [ortalama fiili üst ısıl değer] of each month, kcal/m³;
        # a period over several months takes their average by days.
        calorific_value:
          - {month: 01, kcal_per_m3: 9230.00}
          - {month: 02, kcal_per_m3: 9225.00}
          - {month: 03, kcal_per_m3: 9210.00}
          - {month: 04, kcal_per_m3: 9190.00}
          - {month: 05, kcal_per_m3: 9175.00}
          - {month: 06, kcal_per_m3: 9160.00}
          - {month: 07, kcal_per_m3: 9155.00}
          - {month: 08, kcal_per_m3: 9155.00}
          - {month: 09, kcal_per_m3: 9170.00}
          - {month: 10, kcal_per_m3: 9195.00}
          - {month: 11, kcal_per_m3: 9215.00}
          - {month: 12, kcal_per_m3: 9228.00}
        """

    /// The tariff that is used where none is given.
    static func builtInTariff() throws(FileMistake) -> TariffFile {
        try TariffFile(yaml: tariff, path: "(the built-in tariff)")
    }

    /// What `--example` prints: one of the files, or both, parted as YAML parts documents.
    static func text(_ which: String?) -> String? {
        switch which {
        case nil:
            """
            # Two files: save what stands above '---' as subscriber.yaml and what stands below as tariff.yaml, or print
            # one at a time: endeks bill --example subscriber > subscriber.yaml
            #                endeks bill --example tariff > tariff.yaml

            """ + subscriber + "---\n" + tariff
        case "subscriber": subscriber
        case "tariff": tariff
        default: nil
        }
    }
}
