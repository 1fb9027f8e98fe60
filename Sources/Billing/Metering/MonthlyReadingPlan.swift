public import Quantities

/// Meters that are read on one walk [güzergâh], on the day that the calendar gives it.
public struct ReadingRoute: Hashable, Sendable {
    /// A meter on the walk.
    public struct Stop: Hashable, Sendable {
        /// Where it hangs.
        public let installation: InstallationNumber
        /// The meter.
        public let meter: MeterSerial
        /// How its gas is paid for; card meters are read every month too.
        public let scheme: Subscriber.PaymentScheme
        /// The day of its last reading.
        public let lastRead: CivilDate
        /// For how many months in a row it was not read up to now.
        public let monthsUnread: Int

        /// A meter with those particulars.
        public init(
            installation: InstallationNumber, meter: MeterSerial, scheme: Subscriber.PaymentScheme,
            lastRead: CivilDate, monthsUnread: Int = 0
        ) {
            self.installation = installation
            self.meter = meter
            self.scheme = scheme
            self.lastRead = lastRead
            self.monthsUnread = monthsUnread
        }
    }

    /// The route's name.
    public let name: String
    /// The day on which it is walked; the next working day where it is none.
    public let day: CivilDate
    /// The meters, in the order of the walk.
    public let stops: [Stop]

    /// A route of that day.
    public init(name: String, day: CivilDate, stops: [Stop]) {
        self.name = name
        self.day = day
        self.stops = stops
    }
}

/// Every meter that is read in a month, prepaid ones too (point 1; Yönetmelik m.48). [113, 125]
public struct MonthlyReadingPlan: Hashable, Sendable {
    /// A meter's reading as it is planned.
    public struct Visit: Hashable, Sendable {
        /// The route's name.
        public let route: String
        /// The meter.
        public let stop: ReadingRoute.Stop
        /// The day, a working day.
        public let day: CivilDate
        /// How far the day is from the month's that the last reading gives, as a reading of that day would be assessed.
        public let deviation: Int
        /// Whether that is within the days of m.48.
        public let isWithinDeviation: Bool
    }

    /// A card meter that was not read, with the flag of point 12.
    public struct UnreadCardMeter: Hashable, Sendable {
        /// The meter.
        public let stop: ReadingRoute.Stop
        /// For how long, and through whose fault.
        public let unread: UsePeriod.Unread
    }

    /// The period that the readings enter.
    public let period: ReadingPeriod
    /// The visits, route by route, in the order of the walk.
    public let visits: [Visit]
    /// The edition of the rules.
    public let version: String

    /// The plan of those routes in `period`.
    ///
    /// Throws `meterTwice` where two routes read one meter, `outside` where a route's working day lies outside of the period's
    /// days, and `readAlready` where a meter's last reading is not before its visit.
    public init(
        period: ReadingPeriod, routes: [ReadingRoute], workingDays: WorkingDays, rules: PeriodRules = .regulation2026
    ) throws(ReadingPlanError) {
        var (meters, visits): (Set<MeterSerial>, [Visit]) = ([], [])
        for route in routes {
            guard let day = try? workingDays.first(onOrAfter: route.day),
                (period.firstDay...period.lastDay).contains(day)
            else { throw .outside(period.month, route: route.name) }
            for stop in route.stops {
                guard meters.insert(stop.meter).inserted else { throw .meterTwice(stop.meter) }
                let assessment: PeriodAssessment
                do throws(BillingError) {
                    assessment = try PeriodAssessment(
                        previous: stop.lastRead, read: day, isCompanyFault: false, rules: rules)
                } catch {
                    throw .readAlready(stop.meter, on: stop.lastRead)
                }
                visits.append(
                    Visit(
                        route: route.name, stop: stop, day: day, deviation: assessment.deviation,
                        isWithinDeviation: abs(assessment.deviation) <= rules.largestDeviation))
            }
        }
        self.period = period
        self.visits = visits
        version = rules.version
    }

    /// The visits that would read a meter too early or too late; move the route, or bill by the rules for such periods.
    public var visitsOutsideDeviation: [Visit] { visits.filter { !$0.isWithinDeviation } }

    /// The card meters that were planned and not read when the month is over, each with the flag of point 12. [137]
    ///
    /// `read` are the meters with a reading of the month; `notCompanyFault` those of which evidence shows that it was not the
    /// company: without it the doubt is the company's, and no debit is taken.
    public func unreadCardMeters(
        read: Set<MeterSerial>, notCompanyFault: Set<MeterSerial> = []
    ) -> [UnreadCardMeter] {
        visits.filter { $0.stop.scheme == .prepaid && !read.contains($0.stop.meter) }.map { visit in
            UnreadCardMeter(
                stop: visit.stop,
                unread: UsePeriod.Unread(
                    consecutiveMonths: visit.stop.monthsUnread + 1,
                    cause: notCompanyFault.contains(visit.stop.meter) ? .other : .company))
        }
    }
}

/// Why routes make no plan.
public enum ReadingPlanError: Error, Hashable, Sendable {
    /// Two routes read one meter, or one does twice: strike it from one.
    case meterTwice(MeterSerial)
    /// The route's working day lies outside of the period: give it another day.
    case outside(CivilMonth, route: String)
    /// The meter was last read on that day, which is not before the visit.
    case readAlready(MeterSerial, on: CivilDate)
}
