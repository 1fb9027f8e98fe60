/// Memory for the buffers of a net, taken once and kept between photos.
package final class Arena {
    /// Floats that a kernel may read or write beyond a buffer's content, because it goes in steps of eight.
    package static let slack = 64

    private(set) var start: UnsafeMutablePointer<Float>
    private var count: Int

    package init(count: Int = 1024) {
        self.count = count
        start = .allocate(capacity: count)
        start.initialize(repeating: 0, count: count)
    }

    deinit { start.deallocate() }

    /// Makes it at least that large; what it held is lost.
    package func reserve(_ floats: Int) {
        guard floats > count else { return }
        start.deallocate()
        start = .allocate(capacity: floats)
        start.initialize(repeating: 0, count: floats)
        count = floats
    }
}
