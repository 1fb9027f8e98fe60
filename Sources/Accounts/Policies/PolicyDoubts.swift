package import Billing
package import Quantities
package import Storage

/// What of a file of policies is possible but looks like a slip, so that somebody must confirm it.
package enum PolicyDoubt: Hashable, Sendable {
    /// A price is many times the one before, or a small part of it.
    case priceJump(tariff: String, from: CivilDate, before: UnitPrice, price: UnitPrice)
    /// A price above the limit of a tier is below the ordinary one, or many times it.
    case upperTier(tariff: String, from: CivilDate, ordinary: UnitPrice, price: UnitPrice)
    /// The term to pay is shorter than customers are told.
    case shortTerm(tariff: String, days: Int)
    /// A tariff is for another use of gas than before, also for invoices of periods that are over.
    case otherUse(tariff: String, before: Billing.Subscriber.Kind, use: Billing.Subscriber.Kind)
    /// Terms differ from those that hold on their first day, and invoices of periods that end later were made already: what
    /// takes the place of one would be another invoice.
    case billedTerms(tariff: String, from: CivilDate, billedThrough: CivilDate)
}

extension Statements {
    /// What somebody must confirm of a file of policies, beside those that are there; nothing where all looks as it should.
    package func doubts(
        of set: PolicySet, limits: PolicyLimits = .shipped
    ) throws(StoreError) -> [PolicyDoubt] {
        var doubts: [PolicyDoubt] = []
        for tariff in set.tariffs {
            if let row = try row("SELECT used_for FROM policy_tariff WHERE name = ?", tariff.name) {
                let before: Billing.Subscriber.Kind = try row.code("used_for")
                if before != tariff.use {
                    doubts.append(.otherUse(tariff: tariff.name, before: before, use: tariff.use))
                }
            }
            if tariff.dueDays < limits.shortestDueDays {
                doubts.append(.shortTerm(tariff: tariff.name, days: tariff.dueDays))
            }
            if let doubt = try billedTerms(tariff) { doubts.append(doubt) }
            let stored = try storedPrices(tariff: tariff.name)
            doubts += Self.jumps(tariff, stored, limits)
            doubts += Self.tiers(tariff, stored, limits)
        }
        return doubts
    }

    private func billedTerms(_ tariff: PolicySet.Tariff) throws(StoreError) -> PolicyDoubt? {
        let stored = try storedTerms(tariff: tariff.name)
        guard let present = stored.last(where: { $0.from <= tariff.from }) ?? stored.first, !present.isAlike(tariff)
        else { return nil }
        let billed = try row(
            """
            SELECT max(i.last_day) AS day FROM invoice i JOIN subscriber s ON s.id = i.subscriber
            WHERE coalesce(i.tariff, s.tariff) = ? AND i.last_day >= ? AND \(StoredInvoice.stands)
            """, tariff.name, tariff.from.description)
        guard let day = try billed?.optionalText("day"), let last = try? CivilDate(iso8601: day) else { return nil }
        return .billedTerms(tariff: tariff.name, from: tariff.from, billedThrough: last)
    }

    private func storedPrices(tariff: String) throws(StoreError) -> [CivilDate: UnitPrice] {
        var prices: [CivilDate: UnitPrice] = [:]
        for row in try rows("SELECT from_day, price FROM policy_price WHERE tariff = ?", tariff) {
            prices[try row.day("from_day")] =
                try row.value("price") { try PolicyRows.price($0).perKilowattHour }
        }
        return prices
    }

    /// The new prices that are far from the one that they replace, from the one before, or from the one after.
    private static func jumps(
        _ tariff: PolicySet.Tariff, _ stored: [CivilDate: UnitPrice], _ limits: PolicyLimits
    ) -> [PolicyDoubt] {
        var doubts: [PolicyDoubt] = []
        func compare(_ before: UnitPrice, _ price: UnitPrice, from: CivilDate) {
            guard limits.isJump(from: before, to: price) else { return }
            let doubt = PolicyDoubt.priceJump(tariff: tariff.name, from: from, before: before, price: price)
            if !doubts.contains(doubt) { doubts.append(doubt) }
        }
        var all = stored
        for step in tariff.prices.steps {
            if let replaced = stored[step.from] { compare(replaced, step.value.perKilowattHour, from: step.from) }
            all[step.from] = step.value.perKilowattHour
        }
        // What stands there already was looked at before.
        let new = Set(tariff.prices.steps.filter { stored[$0.from] != $0.value.perKilowattHour }.map(\.from))
        let inOrder = all.sorted { $0.key < $1.key }
        for (before, after) in zip(inOrder, inOrder.dropFirst())
        where new.contains(before.key) || new.contains(after.key) {
            compare(before.value, after.value, from: after.key)
        }
        return doubts
    }

    /// The prices of a tier that are no more than the ordinary one of their day, or far from it.
    private static func tiers(
        _ tariff: PolicySet.Tariff, _ stored: [CivilDate: UnitPrice], _ limits: PolicyLimits
    ) -> [PolicyDoubt] {
        var all = stored
        for step in tariff.prices.steps { all[step.from] = step.value.perKilowattHour }
        var doubts: [PolicyDoubt] = []
        for case .upperTier(_, let prices) in tariff.rules {
            for step in prices.steps {
                let price = step.value.perKilowattHour
                guard let ordinary = all.filter({ $0.key <= step.from }).max(by: { $0.key < $1.key })?.value,
                    price < ordinary || limits.isJump(from: ordinary, to: price)
                else { continue }
                doubts.append(
                    .upperTier(tariff: tariff.name, from: step.from, ordinary: ordinary, price: price))
            }
        }
        return doubts
    }
}
