public import Quantities

extension Invoice {
    /// What of the charge for gas is for the use of the network, before KDV [sistem kullanım bedeli]; F.3's pass-through account
    /// gets it.
    ///
    /// An eligible consumer's lines are system use whole. Otherwise a line's part is its energy × the system-use part of its
    /// price, rounded half away from zero to the kuruş and never more than the line. A line at the price of some days takes
    /// that price's part, one at the average the parts' average by days, to eight decimals, as an upper tier does; gas that
    /// is free has none. `nil` where a price of the period has no published parts, or an amount does not fit.
    public var systemUseCharge: Money? { systemUseCharge(of: supply == .systemUseOnly ? [] : prices) }

    /// The same by the prices of the period, which the caller has.
    func systemUseCharge(of prices: [DatedSpan<RetailPrice>]) -> Money? {
        let lines = self.lines
        let isOneLine = lines.count { $0.code.isOrdinary } < 2
        var sum = Money.zero
        for line in lines where line.code != .freeVolume {
            let isAverage = !line.code.isOrdinary || (isOneLine && line.unitPrice == figures.averagePrice)
            do throws(ArithmeticError) {
                guard supply == .gasAndSystemUse else {
                    sum = try sum.adding(line.amount)
                    continue
                }
                let price = try Self.systemUse(of: prices, in: isAverage ? nil : line.unitPrice)
                guard let price else { return nil }
                sum = try sum.adding(max(.zero, min(try line.charge(at: price), line.amount)))
            } catch {
                return nil
            }
        }
        return sum
    }

    /// The system-use part of the prices that come to `named` a kWh, or of all of them where none does.
    private static func systemUse(
        of prices: [DatedSpan<RetailPrice>], in named: UnitPrice?
    ) throws(ArithmeticError) -> UnitPrice? {
        let isNamed = prices.contains { $0.value.perKilowattHour == named }
        var sum = DayWeightedSum<UnitPrice>()
        for span in prices where !isNamed || span.value.perKilowattHour == named {
            guard let part = try span.value.systemUse() else { return nil }
            sum.add(part, days: span.days)
        }
        return sum.spanCount < 2 ? (sum.spanCount == 1 ? sum.last : nil) : try sum.average()
    }
}

extension InvoiceLine {
    /// What the line's energy costs at another price, rounded half away from zero to the kuruş.
    fileprivate func charge(at price: UnitPrice) throws(ArithmeticError) -> Money {
        // kWh × TL/kWh × 100 kuruş.
        let decimals = quantity.fractionDigits + UnitPrice.fractionDigits - Money.fractionDigits
        let quotient = ExactQuotient(
            quantity.units, times: Int128(price.hundredMillionths), over: .powerOfTen(decimals))
        return Money(kurus: try quotient.roundedToInt64())
    }
}
