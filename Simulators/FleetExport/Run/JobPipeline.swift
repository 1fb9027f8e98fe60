import Dispatch
import Synchronization

/// Does numbered jobs on several threads and hands over what they made in the order of the numbers.
///
/// Whoever finds the next product ready hands it over, so no thread waits idle; at most `threads` + 2 products are there at
/// a time, so memory does not grow with the jobs. The first error ends all.
struct JobPipeline: Sendable {
    private struct State<Product: Sendable>: Sendable {
        var nextJob: Int
        var nextProduct: Int
        var waiting: [Int: Product] = [:]
        var isHandingOver = false
        var failure: (any Error)?
    }

    let threads: Int

    /// Does jobs.
    ///
    /// - Parameters:
    ///   - jobs: their numbers.
    ///   - make: does a job; called on any thread.
    ///   - take: takes a product; called by one thread at a time, in the order of the jobs.
    /// - Throws: the first error of `take`.
    func run<Product: Sendable>(
        _ jobs: Range<Int>, make: @Sendable (Int) -> Product, take: @Sendable (Int, Product) throws -> Void
    ) throws {
        let state = Mutex(State<Product>(nextJob: jobs.lowerBound, nextProduct: jobs.lowerBound))
        // Begun at zero: libdispatch stops a process that lets a semaphore go below its first value, as a failure does.
        let room = DispatchSemaphore(value: 0)
        for _ in 0..<threads + 2 { room.signal() }
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                room.wait()
                let job: Int? = state.withLock { state in
                    guard state.failure == nil, state.nextJob < jobs.upperBound else { return nil }
                    state.nextJob += 1
                    return state.nextJob - 1
                }
                guard let job else {
                    // Whoever waits for room must come to the same end.
                    room.signal()
                    break
                }
                let product = make(job)
                state.withLock { $0.waiting[job] = product }
                while let (number, product) = state.withLock({ state -> (Int, Product)? in
                    guard !state.isHandingOver, state.failure == nil,
                        let product = state.waiting.removeValue(forKey: state.nextProduct)
                    else { return nil }
                    state.isHandingOver = true
                    return (state.nextProduct, product)
                }) {
                    var failure: (any Error)?
                    do { try take(number, product) } catch { failure = error }
                    state.withLock { state in
                        state.isHandingOver = false
                        state.nextProduct += 1
                        if let failure { state.failure = failure }
                    }
                    room.signal()
                }
            }
        }
        // A failure leaves products waiting, and nobody waits for room any more.
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
