internal import Dispatch
package import MeterVision

/// Worker processes that read photos, each one at a time, started anew when they die.
package actor WorkerPool {
    /// A worker and the queue on which somebody waits for it: waiting blocks, so it never takes a thread of Swift's own.
    private struct Place {
        let queue: DispatchQueue
        var worker: WorkerProcess?
        var photos = 0

        mutating func endWorker() {
            worker?.end()
            worker = nil
            photos = 0
        }
    }

    /// A worker ends after so many photos: what a library leaks does not add up.
    private static let photosAWorker = 2_000

    private let command: [String]
    private let limits: WorkerLimits
    private var idle: [Place]
    private var waiting: [CheckedContinuation<Place?, Never>] = []
    private var isStopped = false

    /// A pool of `count` workers, each started by `command`; none runs before the first photo, or `warm`.
    package init(command: [String], count: Int, limits: WorkerLimits = .measured) {
        self.command = command
        self.limits = limits
        idle = (0..<max(count, 1)).map { Place(queue: DispatchQueue(label: "endeks-reading-\($0)")) }
    }

    /// What a worker reads in a photo.
    ///
    /// A photo that a worker dies of is given to a second one, never to a third. One that is not done in time is given to
    /// none: a photo that is at fault runs into the limit of processor time first, so it is the machine that is busy.
    /// Throws `WorkerError`.
    package func read(_ jpeg: [UInt8], hints: MeterHints) async throws -> WorkerAnswer {
        let question = try WorkerFrame.question(jpeg, hints: hints)
        for _ in 0..<2 {
            guard var place = await take() else { throw WorkerError.stopped }
            if place.photos >= Self.photosAWorker { place.endWorker() }
            let outcome = await ask(question, place)
            if isStopped { outcome.worker?.end() }
            place.worker = outcome.worker
            place.photos = outcome.worker == nil ? 0 : place.photos + 1
            give(place)
            if isStopped { throw WorkerError.stopped }
            switch outcome.result {
            case .success(.answer(let answer)): return answer
            case .success(.died): continue
            case .success(.late): throw WorkerError.tookTooLong
            case .failure(let error): throw error
            }
        }
        throw WorkerError.diedTwice
    }

    /// Starts the workers that do not run yet, so that the first photos do not wait for them.
    package func warm() async {
        let places = idle
        idle = []
        for var place in places {
            if place.worker == nil, !isStopped { place.worker = try? WorkerProcess(command: command) }
            give(place)
        }
    }

    /// Ends all workers; whoever waits for one is told so.
    package func stop() {
        isStopped = true
        for place in idle { place.worker?.end() }
        idle = []
        for continuation in waiting { continuation.resume(returning: nil) }
        waiting = []
    }

    /// The process numbers of the workers that wait for a photo.
    package var idleWorkers: [Int32] { idle.compactMap { $0.worker?.number } }

    private struct Outcome: Sendable {
        var worker: WorkerProcess?
        var result: Result<WorkerProcess.Reply, WorkerError>
    }

    private func ask(_ question: [UInt8], _ place: Place) async -> Outcome {
        let (command, patience, kept) = (command, limits.patience, place.worker)
        return await withCheckedContinuation { continuation in
            place.queue.async {
                let worker: WorkerProcess
                do throws(WorkerError) {
                    if let kept, kept.isAlive {
                        worker = kept
                    } else {
                        worker = try WorkerProcess(command: command)
                    }
                } catch {
                    continuation.resume(returning: Outcome(worker: nil, result: .failure(error)))
                    return
                }
                let reply = worker.ask(question, patience: patience)
                if case .answer = reply {
                    continuation.resume(returning: Outcome(worker: worker, result: .success(reply)))
                } else {
                    worker.end()
                    continuation.resume(returning: Outcome(worker: nil, result: .success(reply)))
                }
            }
        }
    }

    private func take() async -> Place? {
        if isStopped { return nil }
        if let place = idle.popLast() { return place }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func give(_ place: Place) {
        if isStopped {
            place.worker?.end()
        } else if waiting.isEmpty {
            idle.append(place)
        } else {
            waiting.removeFirst().resume(returning: place)
        }
    }
}
