public import Quantities

extension Invoice {
    /// The prices of the period in order, each with its days and, where published, its parts; one for most invoices.
    public var prices: [DatedSpan<RetailPrice>] {
        switch detail {
        case .stored(let prices, _, _, _): prices
        // The table held a price for every day when the invoice was computed.
        case .computed(let basis, _): (try? basis.retailPrices(in: period)) ?? []
        }
    }

    /// The lines of gas; their amounts add up to `figures.consumptionCharge`.
    public var lines: [InvoiceLine] {
        switch detail {
        case .stored(_, let lines, _, _): lines
        case .computed(_, let lines?): lines
        case .computed(_, nil):
            [
                InvoiceLine(
                    code: supply == .systemUseOnly ? .systemUse : .consumption, quantity: figures.energyFigure,
                    unitPrice: figures.averagePrice, amount: figures.consumptionCharge)
            ]
        }
    }

    /// The versions of all that made the invoice, stamped on it and stored with it [111]: tariff, rounding profile, then the
    /// tariff's rules, the minimum bill and the terms of payment where they had a say.
    public var policyVersions: [String] {
        switch detail {
        case .stored(_, _, _, let versions): return versions
        case .computed(let basis, _):
            var versions = [tariffVersion, roundingProfile] + basis.tariff.rules.map { $0.version }
            if basis.tariff.minimumBill.limit > .zero { versions.append(basis.tariff.minimumBill.version) }
            if let terms = basis.termsVersion { versions.append(terms) }
            return versions
        }
    }

    /// The special consumption tax inside the charge, for information [ÖTV]: energy × day-weighted ÖTV per kWh, rounded half
    /// away from zero to the kuruş.
    ///
    /// It is in the price and in the base of the KDV; it is no tax line of the utility's. `nil` where a price of the period has
    /// no published parts, and where no gas is sold.
    public var specialConsumptionTax: Money? { specialConsumptionTax(of: prices) }

    /// The same by the prices of the period, which the caller has.
    func specialConsumptionTax(of prices: [DatedSpan<RetailPrice>]) -> Money? {
        guard supply == .gasAndSystemUse else { return nil }
        var sum = DayWeightedSum<UnitPrice>()
        do throws(ArithmeticError) {
            for span in prices {
                guard let part = try span.value.specialConsumptionTax() else { return nil }
                sum.add(part, days: span.days)
            }
            return try figures.energy.charge(at: try sum.average())
        } catch {
            return nil
        }
    }
}

extension Invoice: Derived {
    /// How the figures were computed, line by line, in reading order; written down when it is asked for.
    public var derivation: [DerivationStep] {
        switch detail {
        case .stored(_, _, let derivation, _): derivation
        case .computed(let basis, _): InvoiceDerivation(invoice: self, basis: basis).steps
        }
    }
}

extension Invoice: Hashable {
    /// Whether all that stands on both is the same, whether computed or stored.
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.number == rhs.number && lhs.replaces == rhs.replaces && lhs.occasion == rhs.occasion
            && lhs.issuer == rhs.issuer && lhs.subscriber == rhs.subscriber && lhs.supply == rhs.supply
            && lhs.meter == rhs.meter && lhs.firstReading == rhs.firstReading && lhs.lastReading == rhs.lastReading
            && lhs.meterChanges == rhs.meterChanges && lhs.corrector == rhs.corrector && lhs.period == rhs.period
            && lhs.isRollover == rhs.isRollover && lhs.figures == rhs.figures && lhs.charges == rhs.charges
            && lhs.carried == rhs.carried && lhs.previousDebt == rhs.previousDebt
            && lhs.invoiceDate == rhs.invoiceDate && lhs.taxDate == rhs.taxDate && lhs.dueDate == rhs.dueDate
            && lhs.minimumInstalments == rhs.minimumInstalments && lhs.tariffVersion == rhs.tariffVersion
            && lhs.roundingProfile == rhs.roundingProfile && lhs.lines == rhs.lines && lhs.prices == rhs.prices
            && lhs.policyVersions == rhs.policyVersions && lhs.derivation == rhs.derivation
    }

    /// Hashes what tells invoices apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(number)
        hasher.combine(subscriber)
        hasher.combine(firstReading)
        hasher.combine(lastReading)
        hasher.combine(figures)
        hasher.combine(invoiceDate)
    }
}
