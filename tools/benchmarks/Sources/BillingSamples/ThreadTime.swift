import Foundation

/// Nanoseconds of processor time of this thread; others on the machine do not count.
package func threadNanoseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The value in the middle.
package func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
