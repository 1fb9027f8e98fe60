/// The file of policies that `endeks policies example` prints and a new data folder starts with.
enum PoliciesExample {
    static let text = """
        # Policies for 'endeks policies import FILE.yaml --data FOLDER'. Save it as policies.yaml and change the values.
        # Each value replaces the one that holds under its key (a tariff and the day from which a price holds; a region
        # and a month; a tax and its day; a holiday); all others stay. A new data folder starts with this file.

        version: ornek-2026.1                # the edition; printed on each invoice and stored with it
        source: invented; prices as a public tariff of 2026, gas as UDAŞ published for 2017

        \(BillExample.holidays)

        \(BillExample.kdv)

        tariffs:
          - name: konut                      # as the column 'tariff' of the subscribers names it
            use: residential                 # residential, commercial, official or industrial
            # from: 2024-01-01               # from when all of this but the prices holds: for periods that end on this day
                                             # or later; without it from the first day of the prices below
            rounding: standard               # standard, bursagaz (whole kWh, whole lira) or exact
            day_convention: exclude_first    # exclude_first or exclude_last: which reading's day does not count
            due_days: 15                     # after the invoice date, then on to the next working day
            minimum_days: 15                 # a reading so soon after the last one begins no new period
            minimum_bill_m3: 0               # so little since the last invoice is billed with a later month; 0: all is billed
            late_fee: none                   # none; the contracts' clause: public_claims (law 6183) or a monthly share such as
                                             # 0.02; statutory: interest by law. It is charged on the next invoice
            # price_change: average          # a price that changes inside a period: average by days, or lines for each stretch
            # tax_change: tax_date           # a KDV rate that does: that of the tax_date (the invoice date), or the average
            # supply: gas                    # gas, or system_use: for eligible consumers who buy the gas elsewhere
        \(indented(BillExample.rules))
        \(indented(BillExample.prices))

        regions:
          - name: ornek                      # as the column 'region' of the subscribers names it
        \(indented(BillExample.gas))
            # degree_days:                   # the weather, for the plausibility of readings alone; every month that is asked
            #   - month: 2026-01             # about must be there
            #     kelvin_days: 512.3

        """

    /// The lines as they stand in an entry of a list.
    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    }
}
