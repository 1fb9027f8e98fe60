internal import Foundation
internal import Glibc
package import MeterVision

/// The worker's side: reads one photo after the other until the service is gone.
///
/// It is the only place where a customer's bytes are decoded, and it can do nothing else: it opens no file once it has
/// read a first plate, writes none, and holds no secret.
package struct ReadWorker {
    private let reader: MeterReader
    private let limits: WorkerLimits

    package init(reader: MeterReader, limits: WorkerLimits = .measured) {
        self.reader = reader
        self.limits = limits
    }

    /// Answers the questions on standard input until it ends.
    ///
    /// Throws `WorkerLimitError` when a limit cannot be set: it then reads nothing.
    package func run() throws(WorkerLimitError) {
        try limits.set()
        endWithService()
        while true {
            try limits.allowNextPhoto()
            guard answerOne() else { return }
        }
    }

    /// Answers a question; false when there is none any more, or it is none.
    private func answerOne() -> Bool {
        let limits = WorkerFrame.questionLimits
        guard let head = read(4 * limits.count), let lengths = WorkerFrame.lengths(head, limits: limits),
            let body = read(lengths.reduce(0, +))
        else { return false }
        let parts = WorkerFrame.parts(body, lengths: lengths)
        guard let hints = WorkerFrame.hints(parts[0]) else { return false }
        let reading = reader.read(jpeg: parts[1], hints: hints)
        let answer = WorkerAnswer(
            reading: ReadingRecord(reading), cleaned: reading.cleanedJPEG(), crop: reading.windowCropJPEG())
        guard let bytes = try? WorkerFrame.answer(answer) else { return false }
        return write(bytes)
    }

    /// Ends this process as soon as the other end of standard input is closed, also in the middle of a photo.
    ///
    /// The service holds that end alone, so it closes however the service ends, `kill -9` included.
    private func endWithService() {
        let thread = Thread {
            var descriptor = pollfd(fd: 0, events: 0, revents: 0)
            while true {
                let count = poll(&descriptor, 1, -1)
                if count < 0, errno == EINTR { continue }
                // Nothing was asked for, so only the end of the other side, or an error, comes back.
                _exit(0)
            }
        }
        thread.stackSize = 1 << 16
        thread.start()
    }

    private func read(_ count: Int) -> [UInt8]? {
        var (bytes, filled) = ([UInt8](repeating: 0, count: count), 0)
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(0, $0.baseAddress?.advanced(by: filled), count - filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        var written = 0
        while written < bytes.count {
            let put = bytes.withUnsafeBytes {
                Glibc.write(1, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { return false }
            written += put
        }
        return true
    }
}
