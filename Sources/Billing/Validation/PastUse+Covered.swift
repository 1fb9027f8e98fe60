public import Quantities

extension [PastUse] {
    /// What was used in some days by the periods that lie in them, in whole millilitres.
    ///
    /// Each period is spread evenly, and the sum raised to the days that none covers, rounded half away from zero; `nil` where
    /// too few of the days are covered. The periods are in their order; those that overlap, as of two meters, are not counted twice.
    func millilitres(from begin: Int, days wanted: Int, fewestCoveredPercent: Int64) -> Int128? {
        let end = begin + wanted
        var (covered, millilitres) = (0, Int128(0))
        var reached = begin
        for period in self {
            let from = Swift.max(period.from.dayNumber, reached)
            let days = Swift.min(period.through.dayNumber, end) - from
            guard days > 0 else { continue }
            let share = ExactQuotient(
                Int128(period.volume.litres) * 1_000, times: Int128(days), over: Int128(period.days))
            guard let part = try? share.rounded() else { continue }
            millilitres += part
            covered += days
            reached = from + days
        }
        let isCovered =
            Int128(covered) * 100 >= Int128.saturatingProduct(Int128(wanted), Int128(fewestCoveredPercent))
        guard covered > 0, isCovered else { return nil }
        return try? ExactQuotient(millilitres, times: Int128(wanted), over: Int128(covered)).rounded()
    }

    /// What a peer used between two days; `nil` where its readings cover too few of them.
    public func peerUse(from: CivilDate, through: CivilDate, _ policy: FaultPolicy) -> MeterVolume? {
        let wanted = from.days(until: through)
        guard wanted > 0,
            let millilitres = millilitres(
                from: from.dayNumber, days: wanted, fewestCoveredPercent: policy.peerCoveredPercent),
            let litres = Int64(exactly: (millilitres + 500) / 1_000)
        else { return nil }
        return MeterVolume(litres: litres)
    }
}
