internal import Storage

extension Moment {
    /// When the day in Türkiye began, three hours ahead of UTC all year.
    var dayBegin: Moment {
        let (hour, day): (Int64, Int64) = (3_600_000, 86_400_000)
        let local = milliseconds + 3 * hour
        return Moment(milliseconds: milliseconds - ((local % day) + day) % day)
    }
}
